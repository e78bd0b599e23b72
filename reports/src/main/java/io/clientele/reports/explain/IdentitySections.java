package io.clientele.reports.explain;

import io.clientele.reports.published.Role;
import io.clientele.reports.published.Sql;
import io.clientele.warehouse.dimension.DimCustomerProfile;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.PersonalData;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Who the customer is: the records, why they are one, what became of them, what survives. */
final class IdentitySections {
  private final CustomerPage page;
  private final Role role;
  private final ZoneId zone;

  IdentitySections(CustomerPage page, Role role, ZoneId zone) {
    this.page = page;
    this.role = role;
    this.zone = zone;
  }

  void writeAll() throws IOException {
    records();
    links();
    ledger();
    profile();
  }

  private void records() throws IOException {
    page.title("Records in the sources");
    page.table(
        List.of("Source", "Number", "Linked by", "Record id"),
        "SELECT source, source_customer_id, linked_by, customer_record_id"
            + " FROM brg_customer_record WHERE customer_id = ? ORDER BY source, source_customer_id",
        "none");
  }

  /** Every link that a record of the customer has, also one that a steward's word overrules. */
  private void links() throws IOException {
    page.title("Why they are one customer");
    page.table(
        List.of("Record", "And", "Have in common", "Value"),
        """
        SELECT least(one.name, two.name), greatest(one.name, two.name),
               CASE rule WHEN 'always' THEN 'a steward: the same'
                         WHEN 'never' THEN 'a steward: not the same'
                         ELSE replace(rule, '_', ' ') END,
               %s
        FROM brg_customer_link link
        JOIN (SELECT *, source || ':' || source_customer_id AS name FROM brg_customer_record) one
          ON one.customer_record_id = link.customer_record_id
        JOIN (SELECT *, source || ':' || source_customer_id AS name FROM brg_customer_record) two
          ON two.customer_record_id = link.other_record_id
        WHERE ? IN (one.customer_id, two.customer_id) ORDER BY ALL"""
            .formatted(value()),
        "one record, linked with no other");
  }

  private String value() {
    String mask = Sql.text(Role.MASK);
    String contact = role.maySee(PersonalData.CONTACT) ? "matched_value" : mask;
    String birthDate = role.maySee(PersonalData.SENSITIVE) ? "matched_value" : mask;
    return "CASE WHEN rule IN ('always', 'never') THEN matched_value"
        + " WHEN rule = 'name_birth_date_postcode' THEN %s ELSE %s END"
            .formatted(birthDate, contact);
  }

  private void ledger() throws IOException {
    page.title("Merges and splits (times in " + zone + ")");
    page.table(
        List.of("When", "Record", "What", "From", "To", "Because"),
        """
        SELECT strftime(timezone(%s, happened_at), '%%Y-%%m-%%d %%H:%%M'), source || ':' || source_customer_id, event,
               from_customer_id, to_customer_id, reason
        FROM brg_customer_ledger JOIN brg_customer_record USING (customer_record_id)
        WHERE ? IN (from_customer_id, to_customer_id) ORDER BY happened_at, 2"""
            .formatted(Sql.text(zone.getId())),
        "none");
  }

  private void profile() throws IOException {
    page.title("What survives of the records");
    List<Field> fields =
        DimCustomerProfile.TABLE.fields().stream()
            .filter(field -> !field.equals(DimCustomerProfile.CUSTOMER_ID))
            .toList();
    page.list(
        fields.stream().map(Field::name).toList(),
        fields.stream().map(this::shown).collect(Collectors.joining(", ", "SELECT ", ""))
            + " FROM dim_customer_profile WHERE customer_id = ?",
        "nothing");
  }

  private String shown(Field field) {
    if (field.equals(DimCustomerProfile.IS_MARKETING_ALLOWED)) {
      return "coalesce(is_marketing_allowed::VARCHAR, 'not known')";
    }
    return role.maySee(field.personal())
        ? field.name()
        : "CASE WHEN %s IS NOT NULL THEN %s END".formatted(field.name(), Sql.text(Role.MASK));
  }
}
