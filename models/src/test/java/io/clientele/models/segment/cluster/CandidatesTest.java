package io.clientele.models.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final double[][] FOUR = {{0, 0}, {6, 0}, {0, 6}, {6, 6}};

  @Test
  void plantedSegmentsAreFoundAndTheirNumberIsChosen() {
    for (long seed = 1; seed <= 2; seed++) {
      Planted planted = Planted.around(FOUR, 200, seed);
      List<Candidate> all = new Candidates(planted.points(), ClusterOptions.defaults(), seed).all();
      Candidate chosen = Candidates.chosen(all).orElseThrow();
      assertThat(chosen.k()).isEqualTo(4);
      assertThat(AdjustedRand.of(planted.truth(), chosen.fit().labels())).isGreaterThan(0.95);
      assertThat(chosen.stability().least()).isGreaterThan(0.95);
      assertThat(all.get(5 - 2).refusal().orElseThrow()).contains("bootstrap Jaccard");
    }
  }

  @Test
  void aSegmentOfFewIsRefusedWithItsShare() {
    Planted planted = Planted.around(FOUR, 200, 1);
    double[][] points = Arrays.copyOf(planted.points(), 810);
    Arrays.setAll(points, i -> i < 800 ? points[i] : new double[] {60 + i % 3, 60});
    Candidate whales = new Candidates(points, ClusterOptions.defaults(), 1).of(2);
    assertThat(whales.silhouette()).as("silhouette likes what it isolates").isGreaterThan(0.7);
    assertThat(whales.refusal().orElseThrow())
        .isEqualTo("its smallest segment holds 1.2 % of the rows, 5 % are needed");
  }

  @Test
  void equalRowsHaveNoSegments() {
    double[][] points = new double[100][];
    Arrays.setAll(points, i -> new double[] {1, 2});
    List<Candidate> all = new Candidates(points, ClusterOptions.defaults(), 1).all();
    assertThat(Candidates.chosen(all)).isEqualTo(Optional.empty());
  }

  @Test
  void aFitThatStartsFromItsOwnCentresStaysThereBitForBit() {
    Planted planted = Planted.around(FOUR, 100, 5);
    Candidates candidates = new Candidates(planted.points(), ClusterOptions.defaults(), 7);
    Candidate first = candidates.of(4);
    Candidate again = candidates.from(first.fit().centres());
    assertThat(again.fit().centres()).isDeepEqualTo(first.fit().centres());
    assertThat(again.fit().labels()).isEqualTo(first.fit().labels());
    assertThat(candidates.of(4).fit().centres()).isDeepEqualTo(first.fit().centres());
  }

  /** Four points: a = 0 and b = 1 in one, c = 4 and d = 6 in the other segment. */
  @Test
  void theSilhouetteIsTheOneOfThePaper() {
    double[][] points = {{0}, {1}, {4}, {6}};
    // a: (5 - 1) / 5, b: (4 - 1) / 4, c: (3.5 - 2) / 3.5, d: (5.5 - 2) / 5.5
    double mean = (4 / 5.0 + 3 / 4.0 + 1.5 / 3.5 + 3.5 / 5.5) / 4;
    assertThat(Silhouette.mean(points, new int[] {0, 0, 1, 1}, 2)).isCloseTo(mean, within(1e-12));
  }

  /** Reference values: scikit-learn, best of 30 starts, in the README of the data. */
  @Test
  void wholesaleCustomersHaveTheInertiaOfTheReference() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.file("wholesale_customers/wholesale_customers.csv"));
    List<String> names = List.of(lines.get(0).replace("\"", "").split(",")).subList(2, 8);
    double[][] raws =
        lines.stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(cells -> IntStream.range(2, 8).mapToDouble(j -> Double.parseDouble(cells[j])))
            .map(cells -> cells.toArray())
            .toArray(double[][]::new);
    double[][] points = FeatureScale.of(names, true, true, raws).points(raws);
    Candidates candidates = new Candidates(points, ClusterOptions.defaults(), 42);
    double[] inertia = {1844.06, 1553.34, 1386.78, 1266.08};
    for (int k = 2; k <= 5; k++) {
      assertThat(candidates.of(k).fit().inertia())
          .as("k = %d", k)
          .isCloseTo(inertia[k - 2], within(0.01 * inertia[k - 2]));
    }
    assertThat(candidates.of(2).silhouette()).isCloseTo(0.2903, within(0.0005));
    assertThat(candidates.of(2).fit().sizes()).containsExactly(252, 188);
  }
}
