package io.clientele.models.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.Night;
import io.clientele.models.Population;
import io.clientele.models.Purchases;
import io.clientele.models.churn.ScoreChurn;
import io.clientele.models.registry.Json;
import io.clientele.models.report.SummariseModelHealth;
import io.clientele.models.report.SummariseSegments;
import io.clientele.models.segment.cluster.Clustering;
import io.clientele.models.segment.cluster.FeatureScale;
import io.clientele.models.segment.cluster.KMeans;
import io.clientele.models.segment.cluster.Membership;
import io.clientele.models.segment.cluster.SegmentModel;
import io.clientele.models.segment.cluster.SegmentTrainer;
import io.clientele.pipeline.Trained;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nights: the first finds segments, the second goes on with them. */
class ClusterNightTest {
  private static final String FIRST = "2025-03-01";
  private static final String SECOND = "2025-03-02";

  private static Trained trained;
  private static SegmentModel model;
  private static List<Row> first;
  private static Night next;
  private static List<Row> second;
  private static Map<String, Row> features;

  @BeforeAll
  static void twoNights() {
    Dataset<Row> facts = Population.of(400, 3);
    Night night = new Night(facts, FIRST).features();
    trained = new TrainSegments(7).train(night.in);
    night.in.withTrained(trained);
    model = SegmentModel.parse(trained.model().orElseThrow().artifactJson());
    Dataset<Row> scores = night.run(new ScoreSegments()).table("scr_customer_segment");
    first = scores.collectAsList();

    next = new Night(facts, SECOND).features();
    next.in
        .withCurrent("ftr_as_of", Purchases.asOfTable(SECOND, FIRST))
        .withPublished("ftr_as_of", Purchases.asOfTable(FIRST, null))
        .withPublished("scr_customer_segment", scores)
        .withChampion(TrainSegments.FAMILY, trained.model().orElseThrow());
    Trained kept = new TrainSegments(7).train(next.in);
    assertThat(kept.decision()).as(kept.reason()).isEqualTo(Trained.Decision.KEPT);
    next.in.withTrained(kept);
    second = next.run(new ScoreSegments()).table("scr_customer_segment").collectAsList();
    next.run(new ScoreChurn()).run(new SummariseSegments()).run(new SummariseModelHealth());
    // A day later everybody is a day older; nobody bought.
    features =
        next
            .table("ftr_customer_rfm")
            .selectExpr(
                "customer_id", "days_since_last_purchase - 1", "purchase_count", "spend_total")
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row));
  }

  @Test
  void theTrainingSaysWhatItFoundAndWhatItIsWorth() {
    assertThat(trained.decision()).isEqualTo(Trained.Decision.PROMOTED);
    SegmentCard card = Json.read(trained.model().orElseThrow().cardJson(), SegmentCard.class);
    assertThat(card.customers()).isEqualTo(first.size());
    assertThat(card.jaccard()).isGreaterThanOrEqualTo(0.9);
    assertThat(card.jaccardEach()).hasSize(model.segments().size()).allMatch(each -> each >= 0.75);
    assertThat(card.sizes()).allMatch(size -> size >= 0.05 * first.size());
    assertThat(card.silhouette()).isGreaterThan(card.baselineSilhouette());
    assertThat(trained.reason()).startsWith(model.segments().size() + " segments");
  }

  @Test
  void everyCustomerIsInTheSegmentOfTheNearestCentre() {
    for (Row row : first) {
      double[] raw = {
        featuresOf(row).getInt(1),
        featuresOf(row).getInt(2),
        featuresOf(row).getDecimal(3).doubleValue()
      };
      Membership member = model.membership(raw, 0);
      assertThat(row.<Integer>getAs("segment_id")).isEqualTo(model.ids()[member.segment()]);
      assertThat(row.<Double>getAs("segment_margin")).isBetween(0.0, 100.0);
      assertThat(row.<Double>getAs("segment_silhouette")).isBetween(0.0, 1.0);
      assertThat(row.<String>getAs("move_type")).isEqualTo("first");
      assertThat(row.<String>getAs("segment_name"))
          .isEqualTo(model.segments().get(member.segment()).name());
    }
  }

  private static Row featuresOf(Row score) {
    return features.get(score.<String>getAs("customer_id"));
  }

  @Test
  void theNextNightKnowsWhereEverybodyWasAndNobodyIsHeldBeyondTheMargin() {
    assertThat(second).hasSameSizeAs(first);
    for (Row row : second) {
      boolean isSame = row.getAs("segment_id").equals(row.getAs("previous_segment_id"));
      assertThat(row.<String>getAs("move_type"))
          .isEqualTo(isSame ? "stayed" : "moved without purchase");
      assertThat(row.<Double>getAs("segment_margin")).isGreaterThanOrEqualTo(-model.margin());
    }
    long moved = second.stream().filter(row -> !row.getAs("move_type").equals("stayed")).count();
    assertThat(moved).as("a day without purchases").isLessThan(first.size() / 50);
  }

  @Test
  void migrationAddsUpInCustomersAndMoney() {
    List<Row> all =
        next.table("rpt_segment_migration")
            .selectExpr(
                "sum(customer_count)", "sum(spend_after)", "sum(buyer_count)", "min(from_date)")
            .collectAsList();
    assertThat(all.get(0).getLong(0)).isEqualTo(second.size());
    assertThat(all.get(0).getDecimal(1))
        .isEqualByComparingTo(
            second.stream()
                .map(row -> row.<java.math.BigDecimal>getAs("spend_last_365_days"))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
    assertThat(all.get(0).getLong(2)).isZero();
    assertThat(all.get(0).get(3).toString()).isEqualTo(FIRST);
  }

  @Test
  void theProfileHasEverySegmentWithItsRule() {
    List<Row> profiles =
        next.table("rpt_segment_profile").where("segment_kind = 'cluster'").collectAsList();
    assertThat(profiles).hasSameSizeAs(model.segments());
    assertThat(profiles.stream().mapToLong(row -> row.<Long>getAs("customer_count")).sum())
        .isEqualTo(second.size());
    assertThat(profiles).allMatch(row -> row.<Double>getAs("rule_fidelity") > 0.8);
    assertThat(profiles).allMatch(row -> !row.<String>getAs("rule").isEmpty());
    Row health = next.table("rpt_model_health").where("model_family = 'segment'").first();
    assertThat(health.<String>getAs("status")).isEqualTo("scoring");
    assertThat(health.<String>getAs("metric_name")).isEqualTo("silhouette");
  }

  /**
   * What happens to more customers than the driver takes, on a few: MLlib comes to the same end.
   */
  @Test
  void allCustomersInSparkHaveTheScaleAndTheCentresOfTheDriver() {
    Dataset<Row> all =
        next.table("ftr_customer_rfm")
            .selectExpr(
                "customer_id as id",
                "array(double(days_since_last_purchase), double(purchase_count),"
                    + " double(spend_total)) as x");
    double[][] raws = FeatureRows.of(all, 1).raws();
    FeatureScale scale = FeatureScale.of(SegmentTrainer.FEATURES, true, true, raws);
    FeatureScale inSpark = FullFit.scale(all, SegmentTrainer.FEATURES, true, true);
    assertThat(inSpark.means()).containsExactly(scale.means(), within(1e-9));
    assertThat(inSpark.deviations()).containsExactly(scale.deviations(), within(1e-9));
    KMeans driver = new KMeans(scale.points(raws));
    Clustering start = driver.best(3, 1, new SplittableRandom(1));
    double[][] shifted = start.centres().clone();
    shifted[0] = new double[] {shifted[0][0] + 0.1, shifted[0][1], shifted[0][2]};
    FullFit.Fit fit = FullFit.centres(all, scale, shifted);
    Clustering expected = driver.from(shifted);
    for (int c = 0; c < 3; c++) {
      assertThat(fit.centres()[c]).containsExactly(expected.centres()[c], within(1e-6));
    }
    assertThat(fit.inertia()).isCloseTo(expected.inertia(), within(1e-6));
  }

  @Test
  void fewCustomersAreRefusedAndKeepTheirSegmentsByRule() {
    Night small = new Night(Population.of(40, 3), FIRST).features();
    Trained refused = new TrainSegments(7).train(small.in);
    small.in.withTrained(refused);
    assertThat(refused.decision()).isEqualTo(Trained.Decision.REFUSED);
    assertThat(refused.reason())
        .startsWith("Cannot find segments: ")
        .contains("customers with a purchase; it needs 300");
    List<Row> rows = small.run(new ScoreSegments()).table("scr_customer_segment").collectAsList();
    assertThat(rows).isNotEmpty().allMatch(row -> row.getAs("segment_id") == null);
    assertThat(rows).allMatch(row -> row.getAs("rfm_segment") != null);
  }
}
