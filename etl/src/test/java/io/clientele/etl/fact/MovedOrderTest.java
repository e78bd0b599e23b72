package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Orders that get another day: W1 by a head delivered again, W2 whose head comes after its lines
 * and then again, M1 by its line. Each time the files of one day move far from those of the other.
 */
class MovedOrderTest {
  private static final Delivery FIRST_HEADS =
      new Delivery(Shops.ORDERS, "2024-05-01").row(head("W1", "2024-05-01"));
  private static final Delivery FIRST_LINES =
      new Delivery(Shops.LINES, "2024-05-01")
          .row(line("W1", "1", "5.00"))
          .row(line("W1", "2", "7.00"))
          .row(line("W2", "1", "3.00"));
  private static final Delivery FIRST_SALES =
      new Delivery(Shops.SALES, "2024-05-01").row(sale("M1", "2024-05-01", "9.00"));
  private static final Delivery LATE_HEAD =
      new Delivery(Shops.ORDERS, "2024-05-02").row(head("W2", "2024-04-02"));
  private static final Delivery MOVED_HEADS =
      new Delivery(Shops.ORDERS, "2024-08-20")
          .row(head("W1", "2024-08-20"))
          .row(head("W2", "2024-08-21"));
  private static final Delivery MOVED_SALES =
      new Delivery(Shops.SALES, "2024-08-20").row(sale("M1", "2024-08-20", "9.00"));

  private static Nights inNights;
  private static Nights inOne;
  private static List<String> movedFacts;
  private static List<String> movedDays;

  @BeforeAll
  static void load() {
    inOne =
        Shops.nights()
            .load(FIRST_HEADS, FIRST_LINES, FIRST_SALES, LATE_HEAD, MOVED_HEADS, MOVED_SALES);
    inNights = Shops.nights().load(FIRST_HEADS, FIRST_LINES, FIRST_SALES).load(LATE_HEAD);
    inNights.load(MOVED_HEADS);
    movedFacts = inNights.changesOf("fct_sales");
    movedDays = inNights.changesOf("fct_customer_day");
    inNights.load(MOVED_SALES);
  }

  private static String[] head(String order, String day) {
    return new String[] {
      "order_id", order, "ordered_at", day + "T10:00:00Z", "source_customer_id", "7"
    };
  }

  private static String[] line(String order, String number, String price) {
    return new String[] {
      "order_id",
      order,
      "line_number",
      number,
      "product_id",
      "A",
      "quantity",
      "1",
      "unit_price",
      price
    };
  }

  private static String[] sale(String order, String day, String price) {
    return new String[] {
      "order_id",
      order,
      "line_number",
      "1",
      "ordered_at",
      day + "T10:00:00Z",
      "source_customer_id",
      "7",
      "product_id",
      "A",
      "quantity",
      "1",
      "unit_price",
      price
    };
  }

  @Test
  void equalsOneLoad() {
    for (String table :
        List.of(
            "cnf_sales_line", "fct_sales", "fct_customer_day", "fct_customer_month", "dim_date")) {
      assertThat(inNights.table(table)).as(table).isEqualTo(inOne.table(table));
    }
  }

  @Test
  void linesAreMovedAndNotAddedAgain() {
    assertThat(movedFacts).hasSize(3).allMatch(change -> change.startsWith("update"));
    assertThat(inNights.table("fct_sales"))
        .extracting(row -> row.get("order_date").toString())
        .containsExactlyInAnyOrder("2024-08-20", "2024-08-20", "2024-08-21", "2024-08-20");
  }

  @Test
  void daysWithoutAnyLineLeftAreGone() {
    assertThat(movedDays.stream().map(change -> change.substring(0, 6)).sorted())
        .as("1 May and 2 April go, 20 and 21 August come")
        .containsExactly("delete", "delete", "insert", "insert");
  }

  @Test
  void aMonthIsTheSumOfItsDaysAndGoesWithThem() {
    // Customer 7 of the web shop: 5 and 7 on 20 August, 3 on 21 August; nothing is left of May.
    assertThat(inNights.table("fct_customer_month"))
        .filteredOn(month -> month.get("day_count").equals(2))
        .singleElement()
        .satisfies(
            month ->
                assertThat(month)
                    .containsEntry("month_date_key", 20240801)
                    .containsEntry("order_count", 2)
                    .containsEntry("spend_bought", new BigDecimal("15.000000")));
    assertThat(inNights.table("fct_customer_month"))
        .extracting(month -> month.get("month_start").toString())
        .containsOnly("2024-08-01");
  }
}
