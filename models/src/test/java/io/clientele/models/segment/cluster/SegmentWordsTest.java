package io.clientele.models.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentWordsTest {
  private static final List<String> RFM =
      List.of("days_since_last_purchase", "purchase_count", "spend_total");

  /** Values 1 to 100; the segment is everything up to 30 days and 50 orders. */
  @Test
  void aRuleSaysItsBoundsAndHowWellItRebuildsTheSegment() {
    double[][] rows = new double[10_000][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1 + i % 100, 1 + i / 100};
      labels[i] = rows[i][0] <= 30 && rows[i][1] <= 50 ? 1 : 0;
    }
    List<SegmentRules.Rule> rules = SegmentRules.of(List.of("days", "orders"), rows, labels, 2);
    assertThat(rules.get(1).text()).isEqualTo("(days <= 30 and orders <= 50)");
    assertThat(rules.get(1).fidelity()).isEqualTo(1);
    assertThat(rules.get(0).recall()).isEqualTo(1);
  }

  /** A rule for the upper right half of a square: boxes miss its slope. */
  @Test
  void aRuleThatOnlyComesNearSaysByHowMuch() {
    double[][] rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new double[] {i % 100, (double) (i / 100)})
            .toArray(double[][]::new);
    int[] labels = IntStream.range(0, 10_000).map(i -> i % 100 + i / 100 > 99 ? 1 : 0).toArray();
    SegmentRules.Rule rule = SegmentRules.of(List.of("a", "b"), rows, labels, 2).get(1);
    assertThat(rule.fidelity()).isBetween(0.8, 0.95);
    assertThat(rule.text().split(" or ")).hasSizeLessThanOrEqualTo(3);
    double wrong =
        IntStream.range(0, 10_000).filter(i -> labels[i] == 1).count() * (1 - rule.recall());
    assertThat(wrong / 10_000).isLessThanOrEqualTo(1 - rule.fidelity() + 1e-9);
  }

  @Test
  void namesSayWhatIsDifferentAndNoTwoAreTheSame() {
    double[][] points = {
      {-2, 2, 2},
      {-2, 2, 2},
      {-2, 2, 2},
      {0, 0, 0},
      {0, 0, 0},
      {0, 0, 0},
      {0, 0, 0},
      {0.6, -0.6, 0},
      {0.6, -0.6, 0},
      {0.7, -0.6, 0},
      {0.7, -0.6, 0}
    };
    int[] labels = {0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3};
    assertThat(SegmentNames.of(RFM, points, labels, 4))
        .containsExactly(
            "just bought, most orders, highest spend",
            "average",
            "silent for long, few orders",
            "silent for long, few orders (2)");
  }

  @Test
  void aStepOverTheBorderIsNotYetAMove() {
    double[][] centres = {{0}, {10}};
    assertThat(Membership.of(new double[] {5.4}, centres, 0, 1).segment()).isZero();
    assertThat(Membership.of(new double[] {5.6}, centres, 0, 1).segment()).isEqualTo(1);
    assertThat(Membership.of(new double[] {5.4}, centres, Membership.NONE, 1).segment())
        .isEqualTo(1);
    Membership held = Membership.of(new double[] {5.4}, centres, 0, 1);
    assertThat(held.distance()).isCloseTo(5.4, within(1e-12));
    assertThat(held.margin()).isCloseTo(4.6 - 5.4, within(1e-12));
    assertThat(held.second()).isEqualTo(1);
    assertThat(held.silhouette()).isCloseTo(-0.8 / 5.4, within(1e-12));
  }
}
