package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Dimensions and facts of two nights: sales of people, products and stores that nobody described;
 * then the store is described and an order is delivered again with one line less.
 */
class StarTest {
  private static final Nights NIGHTS = Shops.nights();
  private static List<Map<String, Object>> inferredCustomers;
  private static List<Map<String, Object>> firstFacts;
  private static List<Map<String, Object>> firstDays;

  @BeforeAll
  static void twoNights() {
    NIGHTS.load(receipts(), market("2024-05-10", "1", "2", "Kim", "Oslo"));
    inferredCustomers = NIGHTS.table("dim_customer");
    firstFacts = NIGHTS.table("fct_sales");
    firstDays = NIGHTS.table("fct_customer_day");
    NIGHTS.load(
        new Delivery(Shops.STORES, "2024-05-11")
            .row("store_id", "S1", "store_name", "Harbour", "store_city", "Bergen"),
        market("2024-05-12", "1", null, "Kim", "Oslo"));
  }

  private static Delivery receipts() {
    return new Delivery(Shops.RECEIPTS, "2024-05-10")
        .row(receipt("T1", "2024-05-02T08:00:00Z", "Old Name", "3", "Pear"))
        .row(receipt("T2", "2024-05-03T08:00:00Z", "New Name", "3", null))
        .row(receipt("T3", "2024-05-04T08:00:00Z", null, "3", null))
        .row(receipt("T4", "2024-05-04T09:00:00Z", null, null, null));
  }

  private static String[] receipt(
      String order, String at, String name, String customer, String product) {
    return line(
        order,
        "P",
        "1",
        "2.50",
        "ordered_at",
        at,
        "customer_name",
        name,
        "source_customer_id",
        customer,
        "store_id",
        "S1",
        "product_name",
        product);
  }

  private static Delivery market(
      String day, String number, String second, String customer, String region) {
    Delivery delivery =
        new Delivery(Shops.SALES, day)
            .row(
                line(
                    "M1",
                    "A",
                    "1",
                    "1.00",
                    "line_number",
                    number,
                    "ordered_at",
                    "2024-05-06T10:00:00Z",
                    "source_customer_id",
                    customer,
                    "customer_region",
                    region));
    return second == null
        ? delivery
        : delivery.row(
            line(
                "M1",
                "C",
                "1",
                "1.00",
                "line_number",
                second,
                "ordered_at",
                "2023-12-31T10:00:00Z",
                "source_customer_id",
                "Gone"));
  }

  private static String[] line(
      String order, String product, String quantity, String price, String... more) {
    List<String> values = new ArrayList<>();
    values.addAll(List.of("order_id", order, "product_id", product));
    values.addAll(List.of("quantity", quantity, "unit_price", price));
    values.addAll(Arrays.asList(more));
    return values.toArray(String[]::new);
  }

  private static List<Map<String, Object>> customers(
      List<Map<String, Object>> rows, String sourceId) {
    return rows.stream().filter(row -> sourceId.equals(row.get("source_customer_id"))).toList();
  }

  private static Map<String, Object> fact(List<Map<String, Object>> rows, String order) {
    return rows.stream().filter(row -> order.equals(row.get("order_id"))).findFirst().orElseThrow();
  }

  @Test
  void recordOfSalesAloneIsInferredWithWhatTheNewestPrintingLineSays() {
    assertThat(customers(inferredCustomers, "3"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("full_name", "New Name")
                  .containsEntry("source", "tills");
              assertThat(row).containsEntry("is_inferred", true).containsEntry("is_current", true);
            });
    assertThat(NIGHTS.table("dim_product"))
        .anySatisfy(
            row -> {
              assertThat(row).containsEntry("product_id", "P").containsEntry("is_inferred", true);
              assertThat(row).containsEntry("product_name", "Pear");
            });
  }

  @Test
  void everyReferenceOfAFactResolves() {
    for (Map<String, Object> fact : NIGHTS.table("fct_sales")) {
      assertThat(keys("dim_customer", "customer_key")).contains(fact.get("customer_key"));
      assertThat(keys("dim_product", "product_key")).contains(fact.get("product_key"));
      assertThat(keys("dim_store", "store_key")).contains(fact.get("store_key"));
      assertThat(keys("dim_channel", "channel_key")).contains(fact.get("channel_key"));
      assertThat(keys("dim_date", "date_key")).contains(fact.get("order_date_key"));
    }
    assertThat(NIGHTS.table("fct_sales")).hasSize(5);
  }

  private static List<Object> keys(String table, String column) {
    return NIGHTS.table(table).stream().map(row -> row.get(column)).toList();
  }

  @Test
  void anonymousAndStorelessLinesStayWithSpecialMembers() {
    assertThat(fact(firstFacts, "T4")).containsEntry("customer_key", -1L);
    assertThat(fact(firstFacts, "M1")).containsEntry("store_key", -2L);
    assertThat(inferredCustomers)
        .anySatisfy(row -> assertThat(row).containsEntry("customer_key", -1L));
  }

  @Test
  void storeOfSalesAloneBecomesRealWhenDescribed() {
    assertThat(NIGHTS.table("dim_store"))
        .filteredOn(row -> "S1".equals(row.get("store_id")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("store_name", "Harbour")
                    .containsEntry("is_inferred", false));
  }

  @Test
  void replacedOrderTakesItsMembersAndDaysWithIt() {
    assertThat(customers(inferredCustomers, "Gone")).hasSize(1);
    assertThat(customers(NIGHTS.table("dim_customer"), "Gone")).isEmpty();
    assertThat(keys("dim_product", "product_id")).doesNotContain("C");
    assertThat(firstDays).anySatisfy(row -> assertThat(row.get("day")).hasToString("2023-12-31"));
    assertThat(keys("fct_customer_day", "day")).noneMatch(day -> day.toString().startsWith("2023"));
    assertThat(keys("dim_date", "year_number"))
        .filteredOn(Objects::nonNull)
        .hasSize(366)
        .containsOnly(2024);
  }

  @Test
  void calendarKnowsItsDays() {
    assertThat(NIGHTS.table("dim_date"))
        .filteredOn(row -> Integer.valueOf(20241230).equals(row.get("date_key")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("iso_week", "2025-W01")
                    .containsEntry("day_name", "Monday")
                    .containsEntry("month_name", "December")
                    .containsEntry("quarter_number", 4)
                    .containsEntry("year_month", "2024-12")
                    .containsEntry("day_of_week_number", 1)
                    .containsEntry("is_weekend", false));
  }
}
