package io.clientele.models.crosssell.nightly;

import io.clientele.models.Purchases;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * A made-up shop of 2025: customers have one of four tastes of ten products; the first product of a
 * taste is taken with pegs in 60 of 100 baskets. Each order has postage. One customer ordered
 * 80,995 pieces of paper with everything else and cancelled it ten minutes later.
 */
final class CampingShop {
  static final LocalDate AS_OF = LocalDate.parse("2026-01-01");
  static final int CUSTOMERS = 320;
  private static final int ORDERS = 7;
  private static final int TASTES = 4;
  private static final int TASTE = 10;

  private final Random random = new Random(5);
  private final List<Row> lines = new ArrayList<>();

  CampingShop() {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      for (int order = 0; order < ORDERS; order++) {
        order(customer, order);
      }
    }
    for (int sign : new int[] {1, -1}) {
      String bulk = sign > 0 ? "bulk" : "bulk-cancelled";
      line(0, bulk, "paper", LocalDate.parse("2025-12-20"), sign > 0 ? 0 : 10, 80_995 * sign);
      for (int product = 0; product < TASTES * TASTE; product++) {
        line(0, bulk, "p" + product, LocalDate.parse("2025-12-20"), sign > 0 ? 0 : 10, 500 * sign);
      }
    }
  }

  private void order(int customer, int order) {
    LocalDate day = LocalDate.parse("2025-01-01").plusDays(random.nextInt(365));
    String id = customer + "-" + order;
    line(customer, id, "postage", day, 0, 1);
    for (int i = 0; i <= random.nextInt(3); i++) {
      int rank = (int) (TASTE * random.nextDouble() * random.nextDouble());
      line(customer, id, "p" + (customer % TASTES * TASTE + rank), day, 0, 1);
      if (rank == 0 && random.nextInt(100) < 60) {
        line(customer, id, "pegs", day, 0, 1);
      }
    }
  }

  private void line(
      int customer, String order, String product, LocalDate day, int minutes, int quantity) {
    lines.add(
        RowFactory.create(
            "shop",
            order,
            "r" + customer,
            product,
            Date.valueOf(day),
            Timestamp.from(day.atTime(9, minutes).toInstant(ZoneOffset.UTC)),
            new BigDecimal(quantity).setScale(3),
            !product.equals("postage"),
            !product.equals("postage") && quantity > 0,
            Timestamp.from(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))));
  }

  /** The tables of a night as of New Year; customers whose number ends with 7 refuse contact. */
  InMemoryInputs inputs(int customers) {
    Dataset<Row> sales = rows();
    return Purchases.inputs(AS_OF.toString())
        .withCurrent("fct_sales", sales)
        .withCurrent("brg_customer_record", Purchases.bridge(sales))
        .withCurrent(
            "dim_product",
            sales
                .selectExpr(
                    "product_id",
                    "initcap(product_id) as product_name",
                    "abs(xxhash64(product_id)) as product_key",
                    "true as is_current")
                .distinct())
        .withCurrent(
            "dim_customer_profile",
            sales
                .selectExpr(
                    "concat('C', customer_record_id) as customer_id",
                    "if(customer_record_id like '%7', false, null) as is_marketing_allowed")
                .distinct())
        .withCurrent(
            "ftr_customer_churn",
            TestSpark.session()
                .range(customers)
                .selectExpr(
                    "concat('Cr', id) as customer_id",
                    "date'" + AS_OF + "' as as_of_date",
                    "5 as purchase_day_count",
                    "365 as days_since_first_purchase"));
  }

  private Dataset<Row> rows() {
    return TestSpark.session()
        .createDataFrame(
            lines,
            StructType.fromDDL(
                "source string, order_id string, customer_record_id string, product_id string,"
                    + " order_date date, ordered_at timestamp, quantity decimal(18,3),"
                    + " is_product_line boolean, is_purchase boolean, known_at timestamp"))
        .localCheckpoint();
  }
}
