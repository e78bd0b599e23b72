package io.clientele.jobs.schedule.state;

import java.util.Map;
import java.util.Set;

/** The effective priority weight of tasks. */
public final class Weights {
  private final TaskGraph graph;
  private final Map<String, Integer> own;

  public Weights(TaskGraph graph, Map<String, Integer> own) {
    this.graph = graph;
    this.own = Map.copyOf(own);
  }

  /** Own weight and those of everything behind or before the task, by its rule. */
  public int effective(String task, WeightRule rule) {
    Set<String> others =
        switch (rule) {
          case DOWNSTREAM -> graph.descendants(task);
          case UPSTREAM -> graph.ancestors(task);
          case ABSOLUTE -> Set.of();
        };
    long sum = others.stream().mapToLong(own::get).sum() + own.get(task);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sum));
  }
}
