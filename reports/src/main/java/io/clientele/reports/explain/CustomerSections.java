package io.clientele.reports.explain;

import io.clientele.reports.published.Role;
import io.clientele.reports.published.Sql;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldRole;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of an explanation, from the source records to the list. */
final class CustomerSections {
  private static final String RECORDS =
      "SELECT customer_record_id FROM brg_customer_record WHERE customer_id = ?";

  private final CustomerPage page;
  private final Role role;
  private final String currency;
  private final ZoneId zone;

  CustomerSections(CustomerPage page, ExplainOptions options) {
    this.page = page;
    this.role = options.role();
    this.currency = options.currencyCode();
    this.zone = options.zone();
  }

  void writeAll() throws IOException {
    new IdentitySections(page, role, zone).writeAll();
    versions();
    sales();
    purchaseDays();
    features();
    segment();
    churn();
    list();
  }

  private void versions() throws IOException {
    page.title("Versions in dim_customer (times in " + zone + ")");
    page.table(
        List.of(
            "Valid from",
            "Valid to",
            "Source",
            "Name",
            "City",
            "Region",
            "Contact allowed",
            "Changed"),
        "SELECT "
            + day("valid_from", "1900-01-01", "always")
            + ", "
            + day("valid_to", "9999-12-31", "open")
            + ", source, "
            + shown(DimCustomer.FULL_NAME)
            + ", city, region,"
            + " CASE WHEN is_marketing_allowed THEN 'yes' WHEN NOT is_marketing_allowed THEN 'no' ELSE 'not known' END, "
            + changed()
            + " FROM dim_customer WHERE customer_id = ?"
            + " WINDOW earlier AS (PARTITION BY source, customer_record_id ORDER BY dim_customer.valid_from)"
            + " ORDER BY source, dim_customer.valid_from",
        "none");
  }

  /** Names of the attributes in which a version differs from the one before it. */
  private static String changed() {
    return DimCustomer.TABLE.fields().stream()
        .filter(field -> field.role() == FieldRole.TRACKED_ATTRIBUTE)
        .map(
            field ->
                "CASE WHEN row_number() OVER earlier > 1 AND %1$s IS DISTINCT FROM lag(%1$s) OVER earlier THEN '%1$s' END"
                    .formatted(field.name()))
        .collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
  }

  /** A day, or a word for the end of time. */
  private String day(String column, String end, String word) {
    return "CASE WHEN %1$s::DATE = DATE '%2$s' THEN '%3$s' ELSE strftime(timezone(%4$s, %1$s), '%%Y-%%m-%%d %%H:%%M') END"
        .formatted(column, end, word, Sql.text(zone.getId()));
  }

  private String shown(Field field) {
    return role.maySee(field.personal())
        ? field.name()
        : "CASE WHEN %s IS NOT NULL THEN %s END".formatted(field.name(), Sql.text(Role.MASK));
  }

  private void sales() throws IOException {
    page.title("Last sales, with the delivered row behind each (money in " + currency + ")");
    page.table(
        List.of("Day", "Order", "Product", "#Units", "#Amount", "Kind", "File", "#Record", "Batch"),
        """
        SELECT s.order_date, s.order_id, s.product_id, s.quantity, round(s.line_amount, 2),
               CASE WHEN s.is_cancellation THEN 'cancelled' WHEN s.is_return THEN 'returned'
                    WHEN NOT s.is_product_line THEN 'no product'
                    WHEN s.is_purchase THEN 'bought' ELSE 'free' END,
               b.file_name, s.record_number, s.batch_id
        FROM fct_sales s LEFT JOIN raw_batch b ON b.batch_id = s.batch_id
        WHERE s.customer_record_id IN (%s)
        ORDER BY s.ordered_at DESC, s.order_id DESC, s.sales_line_id LIMIT 10"""
            .formatted(RECORDS),
        "none: known from a customer file only");
  }

  private void purchaseDays() throws IOException {
    page.title("Purchase days");
    page.list(
        List.of("Days", "First", "Last", "Orders", "Lines", "Bought", "Returned"),
        """
        SELECT count(DISTINCT day), min(day), max(day), sum(order_count), sum(line_count),
               round(sum(spend_bought), 2), round(sum(spend_returned), 2)
        FROM fct_customer_day WHERE line_count > 0 AND customer_record_id IN (%s)
        HAVING count(*) > 0"""
            .formatted(RECORDS),
        "none");
    page.table(
        List.of("Year", "#Days", "#Orders", "#Bought", "#Returned"),
        """
        SELECT year(day)::VARCHAR, count(DISTINCT day), sum(order_count),
               round(sum(spend_bought), 2), round(sum(spend_returned), 2)
        FROM fct_customer_day WHERE customer_record_id IN (%s)
        GROUP BY 1 ORDER BY 1"""
            .formatted(RECORDS),
        "");
  }

  private void features() throws IOException {
    page.title("Features of the newest night");
    List<Field> fields = FtrCustomerChurn.TABLE.fields();
    List<String> names = new ArrayList<>();
    for (Field field : fields.subList(1, fields.size())) {
      names.add(field.name());
    }
    String columns =
        fields.subList(1, fields.size()).stream()
            .map(CustomerSections::rounded)
            .collect(Collectors.joining(", "));
    page.list(
        names,
        "SELECT " + columns + newestOf("ftr_customer_churn"),
        "none: no purchase before the as-of date");
  }

  private static String rounded(Field field) {
    String type = field.type().sql();
    return type.equals("double") || type.startsWith("decimal")
        ? "round(%s, 2)".formatted(field.name())
        : field.name();
  }

  private static String newestOf(String table) {
    return " FROM %s WHERE customer_id = ? ORDER BY as_of_date DESC LIMIT 1".formatted(table);
  }

  private void segment() throws IOException {
    page.title("Segment");
    page.list(
        List.of("Segment", "Before", "R F M", "ABC class", "Stage", "Net spend, 365 days", "Rule"),
        "SELECT rfm_segment, previous_segment, r_score || ' ' || f_score || ' ' || m_score,"
            + " abc_class, lifecycle_stage, round(spend_last_365_days, 2), model_version"
            + newestOf("scr_customer_segment"),
        "not scored");
  }

  private void churn() throws IOException {
    page.title("Churn");
    page.list(
        List.of(
            "Leaving means",
            "Not scored because",
            "Chance of leaving",
            "Risk",
            "Value at risk",
            "Gap now / usual, days",
            "Early warning",
            "Confidence of the data",
            "Reasons",
            "Reason 1",
            "Reason 2",
            "Reason 3",
            "Model"),
        """
        SELECT churn_definition, CASE WHEN NOT is_eligible THEN ineligible_reason END,
               round(churn_probability * 100, 1) || ' %'
                 || coalesce(' (between ' || round(probability_low * 100, 1) || ' and '
                      || round(probability_high * 100, 1) || ')', ''),
               risk_band, round(value_at_risk, 2),
               current_gap_days || ' / ' || coalesce(round(usual_gap_days, 1)::VARCHAR, 'none yet'),
               CASE WHEN is_early_warning THEN 'yes' ELSE 'no' END, data_confidence,
               CASE WHEN reason_1_text IS NULL AND churn_probability IS NOT NULL
                    THEN 'no single reason stands out' END,
               reason_1_text || coalesce(' [' || reason_1_code || ' = ' || round(reason_1_value, 3) || ']', ''),
               reason_2_text || coalesce(' [' || reason_2_code || ' = ' || round(reason_2_value, 3) || ']', ''),
               reason_3_text || coalesce(' [' || reason_3_code || ' = ' || round(reason_3_value, 3) || ']', ''),
               model_version"""
            + newestOf("scr_customer_churn"),
        "not scored");
  }

  private void list() throws IOException {
    page.title("Churn list");
    page.list(
        List.of("Place"),
        """
        SELECT list_rank || ' of ' || format('{:,}', (SELECT count(*) FROM rpt_churn_call_list))
                 || ' scored, ' || format('{:,}', (SELECT count(*) FROM rpt_churn_call_list
                                   WHERE is_marketing_allowed IS DISTINCT FROM false))
                 || ' may be contacted' || CASE WHEN is_marketing_allowed = false
                         THEN ', left out of every list: refused to be contacted'
                         WHEN is_marketing_allowed IS NULL THEN ', consent not known' ELSE '' END
        FROM rpt_churn_call_list WHERE customer_id = ?""",
        "not on it");
  }
}
