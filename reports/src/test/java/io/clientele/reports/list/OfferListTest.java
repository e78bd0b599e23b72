package io.clientele.reports.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.list.OfferListOptions.Filter;
import io.clientele.reports.list.OfferListOptions.Kind;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Role;
import io.clientele.reports.text.OutputFormat;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferListTest {
  private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
  private static final Filter ALL = Filter.none();

  /**
   * ann (worth 900) and bob (worth 100, consent unknown) may be contacted; cid refused, although an
   * older night still had an offer for him as eligible; dan is offered nothing new.
   */
  private static final String SHOP =
      """
      INSERT INTO rpt_model_health BY NAME SELECT 'crosssell' AS model_family, 'scoring' AS status,
        'better' AS status_reason, 'A' AS grade, 0.412 AS metric_value, 0.305 AS baseline_value,
        DATE '2024-07-01' AS as_of_date;
      INSERT INTO dim_product BY NAME SELECT * FROM (VALUES (1, 'T', 'Tent', 'camp'),
        (2, 'P', '=HYPERLINK("x")', 'camp'), (3, 'G', 'Gas', 'camp'))
        t(product_key, product_id, product_name, category);
      INSERT INTO dim_customer_profile BY NAME SELECT * FROM (VALUES
        ('ann', 'Ann', 'ann@x.example', 'Nord', true), ('bob', 'Bob', 'bob@x.example', 'Sued', NULL),
        ('cid', 'Cid', 'cid@x.example', 'Nord', false), ('dan', 'Dan', 'dan@x.example', 'Nord', true))
        t(customer_id, full_name, email, region, is_marketing_allowed);
      INSERT INTO scr_customer_value BY NAME SELECT customer_id, DATE '2024-07-01' AS as_of_date,
        value AS lifetime_value FROM (VALUES ('ann', 900), ('bob', 100), ('cid', 5000)) t(customer_id, value);
      INSERT INTO scr_customer_offer BY NAME SELECT * EXCLUDE (reason), DATE '2024-07-01' AS as_of_date,
        reason IS NULL AS is_eligible, reason AS excluded_reason, 'bought Stove; so' AS evidence_text,
        'crosssell-1' AS model_version FROM (VALUES
        ('ann', 'T', 1, 1, 0.03, 'rule', NULL), ('ann', 'P', 2, 2, 0.02, 'similar_product', NULL),
        ('ann', 'G', 3, 1, 4.0, 'repurchase', NULL),
        ('bob', 'P', 2, 1, 0.05, 'rule', NULL),
        ('bob', 'T', 1, NULL, 0.01, 'rule', 'already bought'),
        ('cid', 'T', 1, 1, 0.09, 'rule', NULL),
        ('cid', 'P', 2, NULL, 0.08, 'rule', 'no consent to be contacted'),
        ('dan', 'T', 1, NULL, 0.01, 'rule', 'already bought'))
        t(customer_id, product_id, product_key, offer_rank, score, source, reason);
      """;

  @TempDir static Path temp;
  @TempDir Path other;

  @BeforeAll
  static void publish() {
    TestWarehouse.in(temp).run(SHOP).publish(1, JULY).close();
  }

  @Test
  void theMostValuableCustomersComeFirstAndWhoRefusedIsLeftOutAndCounted() throws IOException {
    StringBuilder out = new StringBuilder();
    OfferListSummary summary = write(options(OptionalInt.empty(), 9, ALL), out);
    assertThat(parsed(out))
        .extracting(row -> row.get("Customer") + " " + row.get("Offer") + " " + row.get("Product"))
        .containsExactly("ann 1 T", "ann 2 P", "bob 1 P");
    assertThat(summary.text().replace('\u00a0', ' '))
        .isEqualTo(
            "Offers as of 2024-07-01: 3 offers for 2 customers. Left out: 1 customer without consent"
                + " to be contacted. Of 1 customer on the list no consent is recorded: check before"
                + " you write. Grade A: in a test 41 % of customers then bought one of ten such"
                + " offers, 31 % one of ten best-sellers.");
  }

  @Test
  void topCountsCustomersAndEachCountsTheirOffers() throws IOException {
    StringBuilder out = new StringBuilder();
    write(options(OptionalInt.of(1), 1, ALL), out);
    assertThat(parsed(out))
        .extracting(row -> row.get("Customer") + row.get("Product"))
        .containsExactly("annT");
  }

  @Test
  void ofAProductTheBestSuitedCustomersComeFirst() throws IOException {
    StringBuilder out = new StringBuilder();
    Filter pegs =
        new Filter(Optional.empty(), Optional.empty(), Optional.of("p"), Optional.empty());
    write(options(OptionalInt.empty(), 9, pegs), out);
    assertThat(parsed(out)).extracting(row -> row.get("Customer")).containsExactly("bob", "ann");
    Filter unknown =
        new Filter(Optional.empty(), Optional.empty(), Optional.of("Tant"), Optional.empty());
    assertThatThrownBy(() -> write(options(OptionalInt.empty(), 9, unknown), new StringBuilder()))
        .hasMessage(
            "Cannot list the offers of product 'Tant': no offer has it; did you mean Tent?");
  }

  @Test
  void regionAndValueNarrowTheList() throws IOException {
    StringBuilder out = new StringBuilder();
    Filter south =
        new Filter(
            Optional.empty(),
            Optional.of("sued"),
            Optional.empty(),
            Optional.of(new BigDecimal("50")));
    OfferListSummary summary = write(options(OptionalInt.empty(), 9, south), out);
    assertThat(parsed(out)).extracting(row -> row.get("Customer")).containsExactly("bob");
    assertThat(summary.withoutConsent()).isZero();
  }

  @Test
  void remindersAreAListOfTheirOwn() throws IOException {
    StringBuilder out = new StringBuilder();
    OfferListOptions reminders =
        new OfferListOptions(
            Kind.REMINDERS, OptionalInt.empty(), 9, ALL, Role.MARKETER, "EUR", csv());
    write(reminders, out);
    assertThat(parsed(out))
        .extracting(row -> row.get("Product name") + ", " + row.get("Rests on"))
        .containsExactly("Gas, own rhythm");
  }

  @Test
  void noCellIsAFormulaAndAnAnalystSeesNoContactData() throws IOException {
    StringBuilder out = new StringBuilder();
    write(
        new OfferListOptions(
            Kind.NEW_PRODUCTS, OptionalInt.empty(), 9, ALL, Role.ANALYST, "EUR", csv()),
        out);
    assertThat(parsed(out))
        .extracting(row -> row.get("Product name"))
        .contains("'=HYPERLINK(\"x\")");
    assertThat(out.toString()).doesNotContain("@x.example");
  }

  @Test
  void withheldOffersAreSaidAndAnEmptyWarehouseToo() {
    TestWarehouse.in(other)
        .run(
            "INSERT INTO rpt_model_health BY NAME SELECT 'crosssell' AS model_family, 'withheld' AS"
                + " status, 'too few' AS status_reason, DATE '2024-07-01' AS as_of_date")
        .publish(1, JULY)
        .close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      StringBuilder out = new StringBuilder();
      assertThat(
              OfferList.write(warehouse, OfferListOptions.everybody(OutputFormat.CSV, "EUR"), out)
                  .text())
          .isEqualTo("No offers as of 2024-07-01: too few");
    }
  }

  private static OfferListOptions options(OptionalInt top, int each, Filter filter) {
    return new OfferListOptions(Kind.NEW_PRODUCTS, top, each, filter, Role.MARKETER, "EUR", csv());
  }

  private static ChurnListOptions.Output csv() {
    return new ChurnListOptions.Output(OutputFormat.CSV, OptionalInt.empty());
  }

  private static OfferListSummary write(OfferListOptions options, StringBuilder out) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      return OfferList.write(warehouse, options, out);
    }
  }

  private static List<CSVRecord> parsed(CharSequence text) throws IOException {
    String csv = text.toString().replace("\ufeff", "");
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }
}
