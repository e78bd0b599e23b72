package io.clientele.models.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.Night;
import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.pipeline.Trained;
import io.clientele.testkit.SharedData;
import io.clientele.testkit.TestSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The production trainer on UCI Online Retail (Chen 2015). Its as-of date is such that the newest
 * closed window starts on 2011-09-10; training outcomes close before that day.
 */
class OnlineRetailBacktestTest {
  private static Night night;
  private static ModelCard card;

  private static TestSpark.LargeData largeData;

  @BeforeAll
  static void trainOnce() {
    largeData = TestSpark.forLargeData();
    night = new Night(customerDays(), "2011-12-09").features().train();
    assertThat(night.trained.decision())
        .as(night.trained.reason())
        .isEqualTo(Trained.Decision.PROMOTED);
    card = Json.read(night.trained.model().orElseThrow().cardJson(), ModelCard.class);
    night.score();
  }

  @AfterAll
  static void close() {
    largeData.close();
  }

  /** The usual cleaning for purchases; every other line of a known customer counts as returned. */
  private static Dataset<Row> lines() {
    String file =
        SharedData.file("online_retail_2010_2011/online_retail_2010_2011.csv.gz").toString();
    return TestSpark.session()
        .read()
        .option("header", true)
        .csv(file)
        .where("CustomerID is not null")
        .selectExpr(
            "cast(cast(cast(CustomerID as double) as int) as string) as customer_record_id",
            "InvoiceNo as invoice",
            "to_date(InvoiceDate) as day",
            "cast(Quantity as decimal(18,3)) as quantity",
            "cast(cast(Quantity as int) * cast(UnitPrice as decimal(18,4)) as decimal(18,6))"
                + " as amount",
            "int(Quantity) > 0 and double(UnitPrice) > 0 and not startswith(InvoiceNo, 'C')"
                + " as is_purchase");
  }

  private static Dataset<Row> customerDays() {
    return lines()
        .groupBy("customer_record_id", "day")
        .agg(
            expr("cast(count(distinct if(is_purchase, invoice, null)) as int) as order_count"),
            expr("cast(count_if(is_purchase) as int) as line_count"),
            expr("cast(sum(if(is_purchase, quantity, 0)) as decimal(18,3)) as quantity"),
            expr("cast(sum(if(is_purchase, amount, 0)) as decimal(18,6)) as spend_bought"),
            expr("cast(sum(if(is_purchase, 0, amount)) as decimal(18,6)) as spend_returned"))
        .selectExpr(
            "customer_record_id",
            "day",
            "cast(date_format(day, 'yyyyMMdd') as int) as date_key",
            "order_count",
            "line_count",
            "quantity",
            "spend_bought",
            "spend_returned",
            "cast(date_add(day, 1) as timestamp) as known_at");
  }

  @Test
  void the_held_out_population_is_the_published_one() {
    assertThat(card.window().heldOutCutOff()).isEqualTo("2011-09-10");
    assertThat(card.window().trainingCutOffs().get(0)).isEqualTo("2011-06-12");
    assertThat(card.window().heldOutRows()).isEqualTo(3370);
    assertThat((double) card.window().heldOutPositives() / card.window().heldOutRows())
        .isCloseTo(0.431, within(0.0005));
  }

  @Test
  void the_model_ranks_as_well_as_the_published_logistic_model() {
    assertThat(card.model().rocAuc()).isGreaterThanOrEqualTo(0.73).isLessThan(0.80);
    assertThat(card.baseline().ranking().rocAuc()).isCloseTo(0.683, within(0.0005));
    assertThat(card.grade()).isEqualTo(Grade.A);
    assertThat(card.model().brier()).isLessThan(0.215);
  }

  @Test
  void customers_who_cancelled_everything_are_not_worth_saving() {
    List<String> first =
        night
            .table("scr_customer_churn")
            .orderBy(col("value_at_risk").desc())
            .limit(100)
            .collectAsList()
            .stream()
            .map(row -> row.<String>getAs("customer_id"))
            .toList();
    assertThat(first).hasSize(100).doesNotContain("C12346", "C16446");
  }
}
