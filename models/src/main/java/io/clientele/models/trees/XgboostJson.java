package io.clientele.models.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads trees from XGBoost's own JSON form of a model. */
final class XgboostJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private XgboostJson() {}

  static TreeEnsemble parse(byte[] json) {
    try {
      JsonNode learner = MAPPER.readTree(json).get("learner");
      List<Tree> trees = new ArrayList<>();
      for (JsonNode tree : learner.get("gradient_booster").get("model").get("trees")) {
        trees.add(tree(tree));
      }
      String share = learner.get("learner_model_param").get("base_score").asText();
      double p = Double.parseDouble(share.replace("[", "").replace("]", ""));
      return new TreeEnsemble(Math.log(p / (1 - p)), trees);
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "Cannot read the trees of XGBoost: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Tree tree(JsonNode tree) {
    int[] left = ints(tree.get("left_children"));
    int[] feature = ints(tree.get("split_indices"));
    float[] condition = floats(tree.get("split_conditions"));
    double[] value = new double[left.length];
    boolean[] isMissingLeft = new boolean[left.length];
    for (int node = 0; node < left.length; node++) {
      isMissingLeft[node] = tree.get("default_left").get(node).asInt() == 1;
      if (left[node] < 0) {
        feature[node] = -1;
        value[node] = condition[node];
      }
    }
    double[] cover = new double[left.length];
    float[] weights = floats(tree.get("sum_hessian"));
    for (int node = 0; node < cover.length; node++) {
      cover[node] = weights[node];
    }
    return new Tree(
        feature, condition, left, ints(tree.get("right_children")), isMissingLeft, value, cover);
  }

  private static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }
}
