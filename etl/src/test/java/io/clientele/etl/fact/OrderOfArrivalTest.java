package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of the load: the same files give equal tables, whether they come in one night or
 * spread over three in any order. Files hold customers who move, products of two sources, heads
 * apart from their lines, repeated lines, replaced orders, returns and anonymous sales.
 */
class OrderOfArrivalTest {
  private static final List<String> TABLES =
      List.of(
          "cnf_customer",
          "cnf_product",
          "cnf_store",
          "cnf_sales_line",
          "cnf_sales_line_refused",
          "cnf_sales_line_outcome",
          "cnf_payment",
          "cnf_service_case",
          "cnf_case_step",
          "cnf_sales_line_member",
          "dim_date",
          "dim_customer",
          "brg_customer_record",
          "dim_product",
          "dim_store",
          "dim_channel",
          "fct_sales",
          "fct_payment",
          "fct_service_case",
          "fct_service_case_step",
          "fct_customer_day");
  private static final int DAYS = 4;
  private static List<Delivery> files;
  private static Map<String, List<Map<String, Object>>> inOneNight;

  @BeforeAll
  static void oneNight() {
    files = files(new Random(11));
    inOneNight = tables(Shops.nights().load(files.toArray(Delivery[]::new)));
    assertThat(inOneNight.get("fct_sales")).hasSizeGreaterThan(30);
    assertThat(inOneNight.get("fct_payment")).hasSize(4);
    assertThat(inOneNight.get("cnf_sales_line_outcome"))
        .extracting(row -> row.get("outcome"))
        .contains("loaded", "repeated", "replaced", "refused");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void filesInAnyOrderGiveEqualTables(long seed) {
    List<Delivery> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(seed));
    Nights nights = Shops.nights();
    int third = shuffled.size() / 3;
    nights.load(shuffled.subList(0, third).toArray(Delivery[]::new));
    nights.load(shuffled.subList(third, 2 * third).toArray(Delivery[]::new));
    nights.load(shuffled.subList(2 * third, shuffled.size()).toArray(Delivery[]::new));
    tables(nights)
        .forEach((name, rows) -> assertThat(rows).as(name).isEqualTo(inOneNight.get(name)));
  }

  private static Map<String, List<Map<String, Object>>> tables(Nights nights) {
    Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    TABLES.forEach(name -> tables.put(name, nights.table(name)));
    return tables;
  }

  private static List<Delivery> files(Random random) {
    List<Delivery> files = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      String date = "2024-12-" + (27 + day);
      files.add(customers(random, date));
      files.add(described(new Delivery(Shops.PRODUCTS, date), random));
      files.add(described(new Delivery(Shops.ARTICLES, date), random));
      files.add(
          new Delivery(Shops.STORES, date)
              .row(
                  "store_id", "S" + random.nextInt(2), "store_city", pick(random, "Oslo", "Bodo")));
      files.add(heads(random, date));
      files.add(lines(random, new Delivery(Shops.LINES, date), "W", date, true));
      files.add(payments(random, date));
      files.add(cases(random, date));
      files.add(steps(random, date));
      files.add(lines(random, new Delivery(Shops.RECEIPTS, date), "T", date, false));
      files.add(lines(random, new Delivery(Shops.SALES, date), "M", date, true));
    }
    return files;
  }

  private static Delivery customers(Random random, String date) {
    Delivery file = new Delivery(Shops.CUSTOMERS, date);
    for (int i = 0; i < 4; i++) {
      file.row(
          "source_customer_id",
          "" + random.nextInt(3),
          "city",
          pick(random, "Oslo", "Bodo", null),
          "effective_at",
          time(random, pick(random, date, "2024-12-28")));
    }
    return file;
  }

  private static Delivery described(Delivery file, Random random) {
    for (int i = 0; i < 3; i++) {
      file.row(
          "product_id", "P" + random.nextInt(3), "list_price", pick(random, "1.00", "2.00", null));
    }
    return file;
  }

  private static Delivery heads(Random random, String date) {
    Delivery file = new Delivery(Shops.ORDERS, date);
    for (int i = 0; i < 2; i++) {
      file.row(
          "order_id",
          "W" + random.nextInt(4),
          "ordered_at",
          time(random, pick(random, date, "2024-12-28")),
          "source_customer_id",
          pick(random, "0", "1", "5", null));
    }
    return file;
  }

  private static Delivery cases(Random random, String date) {
    Delivery file = new Delivery(Shops.CASES, date);
    for (int i = 0; i < 2; i++) {
      file.row(
          "case_id",
          "C" + random.nextInt(3),
          "source_customer_id",
          pick(random, "K1", "K2", null),
          "case_kind",
          pick(random, "COMPLAINT", "SUGGESTION"),
          "opened_at",
          time(random, pick(random, date, "2024-12-28")),
          "closed_at",
          pick(random, "2025-01-02T10:00:00Z", null));
    }
    return file;
  }

  private static Delivery steps(Random random, String date) {
    Delivery file = new Delivery(Shops.STEPS, date);
    for (int i = 0; i < 3; i++) {
      file.row(
          "case_id",
          "C" + random.nextInt(4),
          "step_number",
          "" + (1 + random.nextInt(2)),
          "department",
          pick(random, "SERVICE", "WORKSHOP"),
          "started_at",
          time(random, date),
          "ended_at",
          pick(random, "2025-01-01T10:00:00Z", null));
    }
    return file;
  }

  private static Delivery payments(Random random, String date) {
    Delivery file = new Delivery(Shops.PAYMENTS, date);
    for (int i = 0; i < 3; i++) {
      file.row(
          "payment_id",
          "Z" + random.nextInt(4),
          "source_customer_id",
          pick(random, "0", "1", "6", "7", null),
          "amount",
          pick(random, "10.00", "-3.50"),
          "billed_on",
          pick(random, date, "2024-12-28"),
          "due_on",
          pick(random, "2025-01-11", "2026-02-01", null),
          "paid_on",
          pick(random, "2025-01-02", null),
          "effective_at",
          time(random, pick(random, date, "2024-12-28")));
    }
    return file;
  }

  private static Delivery lines(
      Random random, Delivery file, String orders, String date, boolean isNumbered) {
    for (int i = 0; i < 5; i++) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  "order_id",
                  orders + random.nextInt(4),
                  "product_id",
                  "P" + random.nextInt(5),
                  "quantity",
                  pick(random, "1", "2", "-1"),
                  "unit_price",
                  pick(random, "2.50", "0.00", "9.99")));
      if (isNumbered) {
        Collections.addAll(row, "line_number", "" + random.nextInt(3));
      }
      if (!orders.equals("W")) {
        Collections.addAll(row, "ordered_at", time(random, pick(random, date, "2024-12-29")));
        Collections.addAll(row, "source_customer_id", pick(random, "0", "8", "9", null));
        Collections.addAll(row, "store_id", pick(random, "S0", "S1", "S2", null));
        Collections.addAll(row, "customer_name", pick(random, "Ann", "Bo", null));
        Collections.addAll(row, "product_name", pick(random, "Pin", "Pen", null));
      }
      file.row(row.toArray(String[]::new));
    }
    return file;
  }

  private static String time(Random random, String date) {
    return date + "T" + pick(random, "08", "12", "23") + ":30:00Z";
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }
}
