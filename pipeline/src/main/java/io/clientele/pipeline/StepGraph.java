package io.clientele.pipeline;

import io.clientele.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order of steps, derived from what they read and write. Reading a table as published makes no
 * edge, nor does a step's reading of its own table.
 */
public final class StepGraph {
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Set<String>> prerequisites = new LinkedHashMap<>();

  private StepGraph() {}

  /** Checks and orders the steps; errors name the steps at fault. */
  public static StepGraph of(List<Step> all, Warehouse warehouse) {
    StepGraph graph = new StepGraph();
    Map<String, String> writers = new HashMap<>();
    Map<String, String> trainers = new HashMap<>();
    for (Step step : all) {
      graph.add(step, warehouse, writers, trainers);
    }
    for (Step step : all) {
      graph.prerequisites.put(step.name(), before(step, writers, trainers));
    }
    graph.order();
    return graph;
  }

  private void add(
      Step step, Warehouse warehouse, Map<String, String> writers, Map<String, String> trainers) {
    if (steps.put(step.name(), step) != null) {
      throw new IllegalArgumentException(
          "Cannot order the steps: two are named " + step.name() + "; rename one.");
    }
    for (Writes.Write write : step.writes().tables()) {
      warehouse.table(write.table());
      String other = writers.put(write.table(), step.name());
      if (other != null) {
        throw new IllegalArgumentException(
            "Cannot order the steps: %s and %s both write %s; let one of them do it."
                .formatted(other, step.name(), write.table()));
      }
    }
    step.reads().tables().forEach(read -> warehouse.table(read.table()));
    if (step instanceof TrainStep train) {
      trainers.put(train.family(), step.name());
    }
  }

  private static Set<String> before(
      Step step, Map<String, String> writers, Map<String, String> trainers) {
    Set<String> names = new LinkedHashSet<>();
    for (Reads.Read read : step.reads().tables()) {
      if (read.how() != Reads.How.PUBLISHED) {
        add(names, writers.get(read.table()), step);
        read.span()
            .ifPresent(
                span ->
                    span.changedTables().forEach(table -> add(names, writers.get(table), step)));
      }
    }
    step.reads().modelFamilies().forEach(family -> add(names, trainers.get(family), step));
    return names;
  }

  private static void add(Set<String> names, String writer, Step step) {
    if (writer != null && !writer.equals(step.name())) {
      names.add(writer);
    }
  }

  public Step step(String name) {
    return steps.get(name);
  }

  /** Steps that must end before the step starts. */
  Set<String> prerequisites(String step) {
    return prerequisites.get(step);
  }

  /** All steps, each behind those it waits for; otherwise in the order given. */
  public List<Step> order() {
    Set<String> ordered = new LinkedHashSet<>();
    List<String> waiting = new ArrayList<>(steps.keySet());
    while (!waiting.isEmpty()) {
      List<String> ready =
          waiting.stream().filter(name -> ordered.containsAll(prerequisites.get(name))).toList();
      if (ready.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot order the steps: they wait for each other in a circle: "
                + waiting.stream()
                    .map(name -> name + " waits for " + prerequisites.get(name))
                    .collect(Collectors.joining("; "))
                + "; read one of the tables as published.");
      }
      ordered.addAll(ready);
      waiting.removeAll(ready);
    }
    return ordered.stream().map(steps::get).toList();
  }
}
