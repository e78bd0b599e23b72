package io.clientele.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What becomes of deliveries, each case an order of its own in the same two nights. The tills'
 * lines have no number (append), the web shop has heads and numbered lines (append), the market
 * place delivers whole orders again (replace).
 */
class ConformSalesLinesTest {
  private static final String NOON = "2024-05-01T12:00:00Z";
  private static final Nights NIGHTS =
      Shops.nights(
          Set.of("conform-sales-lines", "count-sales-line-outcomes", "collect-line-members"));
  private static List<Map<String, Object>> refusedAtFirst;
  private static List<Map<String, Object>> outcomesAtFirst;

  @BeforeAll
  static void twoNights() {
    NIGHTS.load(receipts("r1"), lines("l1"), heads(), market("m1", "2024-05-01"));
    refusedAtFirst = NIGHTS.table("cnf_sales_line_refused");
    outcomesAtFirst = NIGHTS.table("cnf_sales_line_outcome");
    NIGHTS.load(
        new Delivery(Shops.RECEIPTS, "2024-05-02", "r2")
            .row(line("same file content", "A", "1", "1.00", "ordered_at", NOON))
            .row(line("true duplicates", "A", "1", "1.00", "ordered_at", NOON))
            .row(line("true duplicates", "A", "1", "1.00", "ordered_at", NOON))
            .row(line("true duplicates", "A", "1", "1.00", "ordered_at", NOON)),
        new Delivery(Shops.LINES, "2024-05-02", "l2")
            .row(line("corrected", "A", "3", "1.00", "line_number", "1")),
        new Delivery(Shops.ORDERS, "2024-05-02", "o2").row(head("head comes later")),
        new Delivery(Shops.SALES, "2024-05-02", "m2")
            .row(numbered("replaced", "1", "5"))
            .row(numbered("replaced", "3", "1")),
        market("m0", "2024-04-30"));
  }

  private static Delivery receipts(String batch) {
    return new Delivery(Shops.RECEIPTS, "2024-05-01", batch)
        .row(line("same file content", "A", "1", "1.00", "ordered_at", NOON))
        .row(line("true duplicates", "A", "1", "1.00", "ordered_at", NOON))
        .row(line("true duplicates", "A", "1", "1.00", "ordered_at", NOON))
        .row(line("night owl", "A", "1", "1.00", "ordered_at", "2024-05-01T22:30:00Z"))
        .row(line("anonymous", "A", "-2", "1.50", "ordered_at", NOON))
        .row(line("postage", "P", "1", "3.00", "ordered_at", NOON, "is_product_line", "false"))
        .row(line("timeless", "A", "1", "1.00"))
        .row(
            line(
                "exact",
                "A",
                "3.333",
                "0.3333",
                "ordered_at",
                NOON,
                "discount_amount",
                "0.000001",
                "source_customer_id",
                "7"))
        .row(line("too much", "A", "999999999999", "99.00", "ordered_at", NOON));
  }

  private static Delivery lines(String batch) {
    return new Delivery(Shops.LINES, "2024-05-01", batch)
        .row(line("corrected", "A", "2", "1.00", "line_number", "1"))
        .row(line("number twice", "A", "1", "1.00", "line_number", "1"))
        .row(line("number twice", "B", "1", "1.00", "line_number", "1"))
        .row(line("head comes later", "A", "1", "4.00", "line_number", "1"));
  }

  private static Delivery heads() {
    return new Delivery(Shops.ORDERS, "2024-05-01", "o1")
        .row(head("corrected"))
        .row(head("number twice"));
  }

  private static Delivery market(String batch, String day) {
    return new Delivery(Shops.SALES, day, batch)
        .row(numbered("replaced", "1", "1"))
        .row(numbered("replaced", "2", "1"))
        .row(numbered("kept", "1", "1"));
  }

  private static String[] head(String order) {
    return new String[] {
      "order_id", order, "ordered_at", NOON, "source_customer_id", "7", "channel_id", "web"
    };
  }

  private static String[] numbered(String order, String number, String quantity) {
    return line(order, "A", quantity, "1.00", "line_number", number, "ordered_at", NOON);
  }

  private static String[] line(
      String order, String product, String quantity, String price, String... more) {
    List<String> values =
        new ArrayList<>(
            List.of(
                "order_id",
                order,
                "product_id",
                product,
                "quantity",
                quantity,
                "unit_price",
                price));
    values.addAll(List.of(more));
    return values.toArray(String[]::new);
  }

  private static List<Map<String, Object>> loaded(String order) {
    return NIGHTS.table("cnf_sales_line").stream()
        .filter(row -> row.get("order_id").equals(order))
        .toList();
  }

  private static List<String> brief(String order) {
    return loaded(order).stream()
        .map(row -> row.get("batch_id") + " " + row.get("line_number") + " " + row.get("quantity"))
        .sorted()
        .toList();
  }

  private static List<String> refused(List<Map<String, Object>> rows) {
    return rows.stream()
        .map(
            row ->
                row.get("entity")
                    + "/"
                    + row.get("record_number")
                    + " "
                    + row.get("reasons").toString().replaceAll("^[A-Za-z]+\\((.*)\\)$", "$1")
                    + " "
                    + row.get("amount"))
        .sorted()
        .toList();
  }

  private static List<String> outcomes(List<Map<String, Object>> rows, String batch) {
    return rows.stream()
        .filter(row -> row.get("batch_id").equals(batch))
        .map(
            row ->
                row.get("outcome")
                    + " "
                    + row.get("row_count")
                    + " "
                    + row.get("amount")
                    + " "
                    + row.get("unreadable_amount_count"))
        .toList();
  }

  @Test
  void equalContentDeliveredAgainIsTheSameLine() {
    assertThat(brief("same file content")).containsExactly("r2 null 1.000");
  }

  @Test
  void trueDuplicatesInsideAFileStayAndAThirdIsALineMore() {
    assertThat(brief("true duplicates"))
        .containsExactly("r2 null 1.000", "r2 null 1.000", "r2 null 1.000");
  }

  @Test
  void newestDeliveryOfANumberedLineCounts() {
    assertThat(brief("corrected")).containsExactly("l2 1 3.000");
  }

  @Test
  void replacedOrderHasOnlyTheLinesOfItsNewestDelivery() {
    assertThat(brief("replaced")).containsExactly("m2 1 5.000", "m2 3 1.000");
    assertThat(brief("kept")).containsExactly("m1 1 1.000");
  }

  @Test
  void secondPlaceOfANumberInOneFileIsRefused() {
    assertThat(brief("number twice")).containsExactly("l1 1 1.000");
    assertThat(loaded("number twice").get(0)).containsEntry("product_id", "A");
  }

  @Test
  void lineWaitsForItsHeadAndThenCounts() {
    assertThat(refused(refusedAtFirst)).contains("lines/4 missing_order_head 4.000000");
    assertThat(brief("head comes later")).containsExactly("l1 1 1.000");
    assertThat(loaded("head comes later").get(0))
        .containsEntry("channel_id", "web")
        .containsEntry("source_customer_id", "7");
  }

  @Test
  void refusedLinesKeepTheirReasonsAndMoney() {
    assertThat(refused(NIGHTS.table("cnf_sales_line_refused")))
        .containsExactly(
            "lines/3 duplicate_key 1.000000",
            "receipts/7 missing(ordered_at) 1.000000",
            "receipts/9 out_of_range(line_amount) null");
  }

  @Test
  void businessDayIsLocalToTheSource() {
    assertThat(loaded("night owl").get(0)).extracting("order_date").hasToString("2024-05-02");
  }

  @Test
  void anonymousReturnStaysWithItsFlags() {
    assertThat(loaded("anonymous").get(0))
        .containsEntry("customer_record_id", null)
        .containsEntry("is_return", true)
        .containsEntry("is_purchase", false)
        .containsEntry("is_product_line", true)
        .containsEntry("channel_id", "tills")
        .extracting("line_amount")
        .hasToString("-3.000000");
    assertThat(loaded("postage").get(0)).containsEntry("is_purchase", false);
  }

  @Test
  void amountIsExactToSixDecimals() {
    // 3.333 x 0.3333 - 0.000001 = 1.1108889 - 0.000001 = 1.1108879 -> 1.110888
    assertThat(loaded("exact").get(0)).extracting("line_amount").hasToString("1.110888");
  }

  @Test
  void outcomesOfABatchAddUpToWhatWasStaged() {
    // r1: 9 staged; amounts 1+1+1+1-3+3+1.110888 loaded, 1 refused, 1 unreadable
    assertThat(outcomes(outcomesAtFirst, "r1"))
        .containsExactly("loaded 7 5.110888 0", "refused 2 1.000000 1");
    assertThat(outcomes(NIGHTS.table("cnf_sales_line_outcome"), "r1"))
        .containsExactly("loaded 4 2.110888 0", "refused 2 1.000000 1", "repeated 3 3.000000 0");
    assertThat(outcomes(NIGHTS.table("cnf_sales_line_outcome"), "l1"))
        .containsExactly("loaded 2 5.000000 0", "refused 1 1.000000 0", "repeated 1 2.000000 0");
    assertThat(outcomes(NIGHTS.table("cnf_sales_line_outcome"), "m1"))
        .containsExactly("loaded 1 1.000000 0", "replaced 2 2.000000 0");
    assertThat(outcomes(NIGHTS.table("cnf_sales_line_outcome"), "m0"))
        .containsExactly("replaced 3 3.000000 0");
  }

  @Test
  void currencyOtherThanTheCompanysIsRefused() {
    assertThatThrownBy(
            () -> new ConformSalesLines(Shops.SOURCES, Shops.warehouse(Shops.SOURCES), "NOK"))
        .hasMessage(
            "Cannot conform source webshop: its currency is EUR and the company's is NOK;"
                + " exchange rates are not loaded yet, so deliver its amounts in NOK.");
  }
}
