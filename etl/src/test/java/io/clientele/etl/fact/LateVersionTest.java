package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customer 7 buys on 1 and 5 May and returns on 5 May; a move of 4 May becomes known late. */
class LateVersionTest {
  private static final Nights NIGHTS = Shops.nights();
  private static Object inferredKey;
  private static Object describedKey;
  private static List<String> factsOfDescription;
  private static List<String> daysOfMove;
  private static List<String> factsOfMove;

  @BeforeAll
  static void threeNights() {
    NIGHTS.load(
        new Delivery(Shops.ORDERS, "2024-05-06")
            .row(head("W1", "2024-05-01", "7"))
            .row(head("W2", "2024-05-05", "7"))
            .row(head("W3", "2024-05-05", "8")),
        new Delivery(Shops.LINES, "2024-05-06")
            .row(line("W1", "A", "2", "1.25"))
            .row(line("W2", "A", "3", "1.00"))
            .row(line("W2", "B", "-1", "4.00"))
            .row(line("W2", "POST", "1", "9.00"))
            .row(line("W3", "A", "1", "1.00")));
    inferredKey = key("7", true);
    NIGHTS.load(
        new Delivery(Shops.CUSTOMERS, "2024-05-03")
            .row("source_customer_id", "7", "city", "Oslo")
            .row("source_customer_id", "8", "city", "Oslo"));
    describedKey = key("7", true);
    factsOfDescription = NIGHTS.changesOf("fct_sales");
    NIGHTS.load(
        new Delivery(Shops.CUSTOMERS, "2024-05-04").row("source_customer_id", "7", "city", "Bodo"));
    factsOfMove = NIGHTS.changesOf("fct_sales");
    daysOfMove = NIGHTS.changesOf("fct_customer_day");
  }

  private static String[] head(String order, String day, String customer) {
    return new String[] {
      "order_id", order, "ordered_at", day + "T10:00:00Z", "source_customer_id", customer
    };
  }

  private static String[] line(String order, String product, String quantity, String price) {
    return new String[] {
      "order_id",
      order,
      "line_number",
      product,
      "product_id",
      product,
      "quantity",
      quantity,
      "unit_price",
      price,
      "is_product_line",
      product.equals("POST") ? "false" : "true"
    };
  }

  private static Object key(String sourceId, boolean isFirst) {
    return NIGHTS.table("dim_customer").stream()
        .filter(row -> sourceId.equals(row.get("source_customer_id")))
        .filter(row -> row.get("valid_from").toString().startsWith("1900") == isFirst)
        .map(row -> row.get("customer_key"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> keysOf(String order) {
    return NIGHTS.table("fct_sales").stream()
        .filter(row -> order.equals(row.get("order_id")))
        .map(row -> row.get("customer_key"))
        .toList();
  }

  @Test
  void inferredMemberBecomesRealUnderTheSameKey() {
    assertThat(describedKey).isEqualTo(inferredKey);
    assertThat(factsOfDescription).isEmpty();
    assertThat(NIGHTS.table("dim_customer"))
        .filteredOn(row -> "8".equals(row.get("source_customer_id")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row).containsEntry("is_inferred", false).containsEntry("city", "Oslo"));
  }

  @Test
  void lateVersionMovesOnlyTheFactsItTouches() {
    assertThat(factsOfMove).hasSize(3).allMatch(change -> change.startsWith("update"));
    assertThat(keysOf("W1")).containsOnly(key("7", true));
    assertThat(keysOf("W2")).containsOnly(key("7", false)).hasSize(3);
    assertThat(keysOf("W3")).containsOnly(key("8", true));
  }

  @Test
  void dayHoldsPurchasesReturnsAndNoPostage() {
    assertThat(day("2024-05-01", "2.500000")).isNotNull();
    Map<String, Object> day = day("2024-05-05", "3.000000");
    assertThat(day).containsEntry("order_count", 1).containsEntry("line_count", 1);
    assertThat(day.get("quantity")).hasToString("3.000");
    assertThat(day.get("spend_returned")).hasToString("-4.000000");
    assertThat(day).containsEntry("date_key", 20240505);
    assertThat(daysOfMove).isEmpty();
  }

  private static Map<String, Object> day(String day, String spend) {
    return NIGHTS.table("fct_customer_day").stream()
        .filter(row -> row.get("day").toString().equals(day))
        .filter(row -> row.get("spend_bought").toString().equals(spend))
        .findFirst()
        .orElseThrow();
  }
}
