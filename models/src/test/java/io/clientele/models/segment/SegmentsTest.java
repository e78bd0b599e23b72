package io.clientele.models.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.Night;
import io.clientele.models.Population;
import io.clientele.testkit.SharedData;
import io.clientele.testkit.TestSpark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  /** The package rfm for R (Hebbali): its cuts are the first value above ours, rounded. */
  @Test
  void cuts_and_scores_are_those_of_the_rfm_package() {
    Dataset<Row> rfm = ordersOfThePackage();
    Dataset<Row> cutRow = SegmentCuts.of(rfm);
    Row cuts = cutRow.first();
    assertThat(firstAbove(cuts, "r_cuts")).containsExactly(115L, 181L, 297L, 482L);
    assertThat(firstAbove(cuts, "f_cuts")).containsExactly(4L, 5L, 6L, 8L);
    assertThat(firstAbove(cuts, "m_cuts")).containsExactly(256L, 382L, 506L, 666L);
    Map<String, String> scores =
        RfmScoring.score(rfm.crossJoin(cutRow))
            .where(
                "customer_id in (\"Abbey O'Reilly\", 'Add Senger', 'Aden Lesch',"
                    + " 'Aden Murphy', 'Admiral Senger')")
            .selectExpr("customer_id", "concat(r_score, f_score, m_score)")
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
    assertThat(scores)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Abbey O'Reilly", "343",
                "Add Senger", "412",
                "Aden Lesch", "323",
                "Aden Murphy", "544",
                "Admiral Senger", "433"));
  }

  private static List<Long> firstAbove(Row cuts, String column) {
    return cuts.<Double>getList(cuts.fieldIndex(column)).stream()
        .map(cut -> Math.round(cut + 1))
        .toList();
  }

  private static Dataset<Row> ordersOfThePackage() {
    return TestSpark.session()
        .read()
        .option("header", true)
        .csv(SharedData.file("rfm_r/rfm_data_orders.csv.gz").toString())
        .groupBy("customer_id")
        .agg(
            org.apache.spark.sql.functions.expr(
                "datediff(date'2006-12-31', max(to_date(order_date)))"
                    + " as days_since_last_purchase"),
            org.apache.spark.sql.functions.expr("cast(count(1) as int) as purchase_count"),
            org.apache.spark.sql.functions.expr(
                "cast(sum(revenue) as decimal(18,6)) as spend_total"),
            org.apache.spark.sql.functions.expr(
                "cast(sum(revenue) as decimal(18,6)) as spend_last_365_days"));
  }

  @Test
  void every_cell_has_a_name_that_fits_its_recency() {
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        for (int m = 1; m <= 5; m++) {
          assertThat(RfmSegments.names()).contains(RfmSegments.nameOf(r, f, m));
        }
      }
    }
    assertThat(RfmSegments.names()).hasSize(11);
    assertThat(RfmSegments.nameOf(5, 5, 5)).isEqualTo("champions");
    assertThat(RfmSegments.nameOf(1, 5, 5)).isEqualTo("cannot lose");
    assertThat(RfmSegments.nameOf(1, 1, 1)).isEqualTo("lost");
  }

  @Test
  void the_column_and_the_table_give_the_same_name() {
    List<Row> rows =
        TestSpark.session()
            .sql(
                "select r_score, f_score, m_score from"
                    + " (select explode(sequence(1, 5)) r_score),"
                    + " (select explode(sequence(1, 5)) f_score),"
                    + " (select explode(sequence(1, 5)) m_score)")
            .withColumn("segment", RfmSegments.column())
            .collectAsList();
    assertThat(rows)
        .hasSize(125)
        .allMatch(
            row ->
                RfmSegments.nameOf(row.getInt(0), row.getInt(1), row.getInt(2))
                    .equals(row.getString(3)));
  }

  @Test
  void the_first_class_makes_eighty_percent_and_negatives_are_in_the_last() {
    // Sum of the positive ones 100: before c there stand 75 < 80, before d 85, before f 97.
    Dataset<Row> rows =
        TestSpark.session()
            .sql(
                "select id, cast(spend as decimal(18,6)) spend_last_365_days, 1 purchase_count,"
                    + " 1 days_since_last_purchase, cast(1 as decimal(18,6)) spend_total from values"
                    + " ('a', 50), ('b', 25), ('c', 10), ('d', 6), ('e', 6), ('f', 3), ('g', 0),"
                    + " ('h', -40) as t(id, spend)");
    Dataset<Row> classes =
        rows.crossJoin(SegmentCuts.of(rows)).withColumn("abc_class", AbcClasses.column());
    assertThat(classes.orderBy("id").collectAsList())
        .map(row -> row.<String>getAs("id") + row.<String>getAs("abc_class"))
        .containsExactly("aA", "bA", "cA", "dB", "eB", "fC", "gC", "hC");
  }

  @Test
  void every_customer_is_scored_once_with_last_nights_segment_beside() {
    Night night = new Night(Population.of(300, 1), "2024-06-01").features();
    night.run(new ScoreSegments());
    List<Row> rows = night.table("scr_customer_segment").collectAsList();
    assertThat(rows).hasSize((int) night.table("ftr_customer_rfm").count());
    assertThat(rows)
        .allMatch(row -> row.getAs("model_version").equals(ScoreSegments.MODEL_VERSION));
    assertThat(night.table("scr_customer_segment").select("r_score").distinct().count())
        .isEqualTo(5);
  }
}
