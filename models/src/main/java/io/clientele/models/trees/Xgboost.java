package io.clientele.models.trees;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Grows trees with XGBoost on rows in memory: on bounded samples, and on files that are judged. One
 * thread a fit, so that the same rows and seed give the same trees.
 *
 * <p>Reference: Chen and Guestrin 2016, KDD, "XGBoost: a scalable tree boosting system".
 */
public final class Xgboost {
  private Xgboost() {}

  /** Whether this machine can load the native library. */
  public static boolean isThere() {
    try {
      new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
      return true;
    } catch (XGBoostError | LinkageError | RuntimeException notLoaded) {
      return false;
    }
  }

  /**
   * Grows trees.
   *
   * @param rows inputs by row; NaN = empty
   * @param labels 0 or 1, both present
   */
  public static TreeEnsemble fit(
      float[][] rows, double[] labels, BoostingOptions options, long seed) {
    int inputs = rows[0].length;
    float[] cells = new float[rows.length * inputs];
    float[] outcomes = new float[rows.length];
    double positives = 0;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, cells, i * inputs, inputs);
      outcomes[i] = (float) labels[i];
      positives += labels[i];
    }
    try {
      DMatrix matrix = new DMatrix(cells, rows.length, inputs, Float.NaN);
      try {
        matrix.setLabel(outcomes);
        return grown(matrix, parameters(options, positives / rows.length, seed), options.rounds());
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError failed) {
      throw new IllegalStateException(
          "Cannot grow trees on " + rows.length + " rows: " + failed.getMessage(), failed);
    }
  }

  private static TreeEnsemble grown(DMatrix matrix, Map<String, Object> parameters, int rounds)
      throws XGBoostError {
    Booster booster = XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
    try {
      return XgboostJson.parse(booster.toByteArray("json"));
    } finally {
      booster.dispose();
    }
  }

  private static Map<String, Object> parameters(BoostingOptions options, double share, long seed) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_bin", 128);
    parameters.put("base_score", share);
    parameters.put("max_depth", options.depth());
    parameters.put("eta", options.rate());
    parameters.put("colsample_bytree", options.columnShare());
    parameters.put("subsample", options.rowShare());
    parameters.put("lambda", options.penalty());
    parameters.put("min_child_weight", options.leastWeight());
    parameters.put("seed", seed);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }
}
