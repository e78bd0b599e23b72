package io.clientele.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

class ContributionsTest {
  private static final int INPUTS = 7;

  /** Rows with empty values; the outcome depends on two inputs together and on one alone. */
  private static float[][] rows(int count, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[count][INPUTS];
    for (float[] row : rows) {
      for (int j = 0; j < INPUTS; j++) {
        row[j] = random.nextInt(12) == 0 ? Float.NaN : (float) random.nextGaussian();
      }
    }
    return rows;
  }

  private static double[] labels(float[][] rows, long seed) {
    Random random = new Random(seed);
    return Arrays.stream(rows)
        .mapToDouble(
            row -> {
              double odds = row[0] > 0 == row[1] > 0 ? 1.5 : -1.5;
              odds += Float.isNaN(row[2]) ? 1 : row[2];
              return random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
            })
        .toArray();
  }

  private static TreeEnsemble grown(int depth) {
    float[][] rows = rows(2000, 1);
    return Xgboost.fit(rows, labels(rows, 2), new BoostingOptions(40, depth, .2, .8, .8, 1, 1), 3);
  }

  @Test
  void contributions_add_up_to_the_log_odds() {
    TreeEnsemble ensemble = grown(6);
    Contributions contributions = new Contributions(ensemble);
    float[][] rows = rows(1500, 4);
    double[][] parts = contributions.of(rows);
    for (int i = 0; i < rows.length; i++) {
      assertThat(contributions.expected() + Arrays.stream(parts[i]).sum())
          .isCloseTo(ensemble.logOdds(rows[i]), within(1e-9));
    }
  }

  @Test
  void they_are_the_shapley_values_by_definition() {
    TreeEnsemble ensemble = grown(4);
    float[][] rows = rows(5, 5);
    double[][] parts = new Contributions(ensemble).of(rows);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < INPUTS; j++) {
        assertThat(parts[i][j]).isCloseTo(byDefinition(ensemble, rows[i], j), within(1e-9));
      }
    }
  }

  /** The sum over all coalitions of the others. */
  private static double byDefinition(TreeEnsemble ensemble, float[] row, int input) {
    double sum = 0;
    for (int coalition = 0; coalition < 1 << INPUTS; coalition++) {
      if ((coalition >> input & 1) == 0) {
        int size = Integer.bitCount(coalition);
        double weight = factorial(size) * factorial(INPUTS - size - 1) / factorial(INPUTS);
        for (Tree tree : ensemble.trees()) {
          sum +=
              weight
                  * (known(tree, 0, row, coalition | 1 << input) - known(tree, 0, row, coalition));
        }
      }
    }
    return sum;
  }

  /** What a tree says when only the inputs of the coalition are known. */
  private static double known(Tree tree, int node, float[] row, int coalition) {
    if (tree.feature()[node] < 0) {
      return tree.value()[node];
    }
    int left = tree.left()[node];
    int right = tree.right()[node];
    int input = tree.feature()[node];
    if ((coalition >> input & 1) == 1) {
      return known(tree, tree.goesLeft(node, row[input]) ? left : right, row, coalition);
    }
    return (tree.cover()[left] * known(tree, left, row, coalition)
            + tree.cover()[right] * known(tree, right, row, coalition))
        / tree.cover()[node];
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  @Test
  void scores_and_contributions_are_those_of_the_library() throws Exception {
    float[][] rows = rows(2000, 1);
    double[] labels = labels(rows, 2);
    float[] cells = new float[rows.length * INPUTS];
    float[] outcomes = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, cells, i * INPUTS, INPUTS);
      outcomes[i] = (float) labels[i];
    }
    DMatrix matrix = new DMatrix(cells, rows.length, INPUTS, Float.NaN);
    matrix.setLabel(outcomes);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("max_depth", 5);
    parameters.put("nthread", 1);
    Booster booster = XGBoost.train(matrix, parameters, 30, Map.of(), null, null);
    TreeEnsemble ensemble = XgboostJson.parse(booster.toByteArray("json"));
    float[][] margins = booster.predict(matrix, true);
    float[][] theirs = booster.predictContrib(matrix, 0);
    Contributions contributions = new Contributions(ensemble);
    double[][] ours = contributions.of(rows);
    for (int i = 0; i < rows.length; i++) {
      assertThat(ensemble.logOdds(rows[i])).isCloseTo(margins[i][0], within(1e-5));
      for (int j = 0; j < INPUTS; j++) {
        assertThat(ours[i][j]).isCloseTo(theirs[i][j], within(1e-4));
      }
      assertThat(contributions.expected()).isCloseTo(theirs[i][INPUTS], within(1e-4));
    }
  }

  @Test
  void the_same_seed_grows_the_same_trees() {
    float[] row = rows(1, 9)[0];
    assertThat(grown(4).logOdds(row)).isEqualTo(grown(4).logOdds(row));
  }

  @Test
  void a_tree_of_more_splits_than_bits_is_refused() {
    int splits = 65;
    int nodes = 2 * splits + 1;
    int[] feature = new int[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    Arrays.fill(feature, -1);
    for (int split = 0; split < splits; split++) {
      feature[2 * split] = 0;
      left[2 * split] = 2 * split + 1;
      right[2 * split] = 2 * split + 2;
    }
    double[] ones = new double[nodes];
    Arrays.fill(ones, 1);
    Tree tree = new Tree(feature, new float[nodes], left, right, new boolean[nodes], ones, ones);
    TreeEnsemble ensemble = new TreeEnsemble(0, List.of(tree));
    assertThatThrownBy(() -> new Contributions(ensemble))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot explain a tree of 65 splits");
  }
}
