package io.clientele.models.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnlineRetailSegmentsTest {
  private static final ClusterOptions TO_SIX = new ClusterOptions(2, 6, 15, 10, 0.9, 0.75, 0.05);

  private static OnlineRetailMonths retail;

  @BeforeAll
  static void read() {
    retail = new OnlineRetailMonths();
  }

  /** Reference values: scikit-learn, best of 30 starts, in the README of the data. */
  @Test
  void inertiaIsThatOfTheReferenceAndTheChosenNumberIsStable() {
    double[][] raws = retail.at(LocalDate.of(2011, 12, 10)).values().toArray(double[][]::new);
    assertThat(raws).hasNumberOfRows(4338);
    double[][] points = FeatureScale.of(SegmentTrainer.FEATURES, true, true, raws).points(raws);
    List<Candidate> all = new Candidates(points, TO_SIX, 42).all();
    double[] inertia = {6474.15, 4856.32, 3924.47, 3268.19, 2840.22};
    for (int k = 2; k <= 6; k++) {
      assertThat(all.get(k - 2).fit().inertia())
          .as("k = %d", k)
          .isCloseTo(inertia[k - 2], within(0.01 * inertia[k - 2]));
    }
    assertThat(all.get(0).silhouette()).isCloseTo(0.4326, within(0.0005));
    Candidate chosen = Candidates.chosen(all).orElseThrow();
    assertThat(chosen.k()).isGreaterThanOrEqualTo(3);
    assertThat(chosen.stability().mean()).isGreaterThanOrEqualTo(0.90);
    assertThat(chosen.fit().smallestShare()).isGreaterThanOrEqualTo(0.05);
  }

  /**
   * The trainer runs every month, as it would with the least patience; naive refits move 69-84 %.
   */
  @Test
  void customersWithoutAPurchaseKeepTheirSegmentAndNobodyIsHeldBeyondTheMargin() {
    LocalDate before = LocalDate.of(2011, 4, 1);
    SegmentModel model = trained(before, Optional.empty());
    Map<String, Integer> ids = scored(before, model, Map.of());
    List<Double> moves = new ArrayList<>();
    for (LocalDate month = before.plusMonths(1);
        !month.isAfter(LocalDate.of(2011, 11, 1));
        month = month.plusMonths(1)) {
      model = trained(month, Optional.of(model));
      Map<String, Integer> now = scored(month, model, ids);
      moves.add(movedWithoutPurchase(month, before, ids, now));
      before = month;
      ids = now;
    }
    assertThat(moves).allMatch(share -> share <= 0.15, "moves at most 15 %: " + moves);
  }

  @Test
  void aRefitWithoutNewDataChangesNoLabel() {
    LocalDate day = LocalDate.of(2011, 4, 1);
    SegmentModel model = trained(day, Optional.empty());
    Map<String, Integer> ids = scored(day, model, Map.of());
    double[][] raws = retail.at(day).values().toArray(double[][]::new);
    assertThat(trainer(raws).again(model).model()).as("nothing to replace").isEmpty();
    double[][] again = new KMeans(model.scale().points(raws)).from(model.centres()).centres();
    for (int c = 0; c < again.length; c++) {
      assertThat(again[c])
          .as("a refit does not move")
          .containsExactly(model.centres()[c], within(1e-8));
    }
    assertThat(scored(day, model, ids)).isEqualTo(ids);
  }

  private static SegmentTrainer trainer(double[][] raws) {
    return new SegmentTrainer(raws, raws.length, (scale, centres) -> centres, 42);
  }

  private static SegmentModel trained(LocalDate day, Optional<SegmentModel> champion) {
    double[][] raws = retail.at(day).values().toArray(double[][]::new);
    SegmentTrainer.Outcome outcome =
        champion.isPresent()
            ? trainer(raws).again(champion.get())
            : trainer(raws).first(FeatureScale.of(SegmentTrainer.FEATURES, true, true, raws));
    return outcome.model().or(() -> champion).orElseThrow();
  }

  /** Ids by customer; asserts that nobody is held against the published margin. */
  private static Map<String, Integer> scored(
      LocalDate day, SegmentModel model, Map<String, Integer> before) {
    Map<String, Integer> ids = new HashMap<>();
    retail
        .at(day)
        .forEach(
            (customer, raw) -> {
              Membership member = model.membership(raw, before.getOrDefault(customer, 0));
              assertThat(member.margin()).isGreaterThanOrEqualTo(-model.margin());
              ids.put(customer, model.ids()[member.segment()]);
            });
    return ids;
  }

  private static double movedWithoutPurchase(
      LocalDate day, LocalDate before, Map<String, Integer> then, Map<String, Integer> now) {
    long silentDays = day.toEpochDay() - before.toEpochDay();
    List<String> silent =
        retail.at(day).entrySet().stream()
            .filter(customer -> customer.getValue()[0] > silentDays)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(silent).hasSizeGreaterThan(1000);
    return silent.stream().filter(one -> !now.get(one).equals(then.get(one))).count()
        / (double) silent.size();
  }
}
