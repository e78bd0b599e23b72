package io.clientele.jobs.nightly;

import io.clientele.pipeline.Step;
import io.clientele.pipeline.TrainStep;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The steps that a user named: by name, or by the layer that they write. */
final class StepSelection {
  /**
   * Words for layers, as an analyst says them; one after the other they are a whole night. What is
   * refused is known after conforming, so the quarantine is filled there.
   */
  private static final Map<String, List<Layer>> LAYERS =
      Map.of(
          "stage", List.of(Layer.STAGING),
          "conform", List.of(Layer.CONFORMED, Layer.RAW),
          "load", List.of(Layer.DIMENSION, Layer.BRIDGE, Layer.FACT),
          "dimensions", List.of(Layer.DIMENSION, Layer.BRIDGE),
          "facts", List.of(Layer.FACT),
          "features", List.of(Layer.FEATURES),
          "models", List.of(Layer.SCORES),
          "scores", List.of(Layer.SCORES),
          "reports", List.of(Layer.REPORT));

  private StepSelection() {}

  /** The named steps in the order of the data's way; an unknown name is refused. */
  static List<Step> of(List<Step> all, List<String> names) {
    List<Step> chosen = new ArrayList<>();
    for (String name : names) {
      List<Step> named = all.stream().filter(step -> isNamed(step, name)).toList();
      if (named.isEmpty()) {
        throw unknown(all, name);
      }
      chosen.addAll(named);
    }
    return all.stream().filter(chosen::contains).toList();
  }

  private static boolean isNamed(Step step, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (step.name().equals(lower)) {
      return true;
    }
    if (step instanceof TrainStep) {
      return lower.equals("models");
    }
    return !step.name().equals("extract")
        && LAYERS.getOrDefault(lower, List.of()).stream().anyMatch(layer -> writes(step, layer));
  }

  private static boolean writes(Step step, Layer layer) {
    return step.writes().tables().stream()
        .map(Writes.Write::table)
        .anyMatch(table -> Layer.of(table) == layer);
  }

  private static IllegalArgumentException unknown(List<Step> all, String name) {
    TreeSet<String> known = new TreeSet<>(LAYERS.keySet());
    all.forEach(step -> known.add(step.name()));
    return new IllegalArgumentException(
        "Cannot run '%s': it is no step and no layer; did you mean %s? Layers are %s. Steps are %s."
            .formatted(
                name,
                Warehouse.nearest(name, known),
                String.join(", ", new TreeSet<>(LAYERS.keySet())),
                all.stream().map(Step::name).collect(Collectors.joining(", "))));
  }
}
