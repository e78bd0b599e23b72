package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.TaskGraph;
import io.clientele.jobs.schedule.state.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The effective priority weight of each task of a DAG, by which its instances wait in their pool.
 */
public final class DagWeights {
  private DagWeights() {}

  /** Weight by task id. */
  public static Map<String, Integer> of(DagDefinition dag) {
    Map<String, List<String>> upstreams = new LinkedHashMap<>();
    for (TaskDefinition task : dag.tasks()) {
      upstreams.put(task.taskId(), task.upstream());
    }
    return of(dag, new TaskGraph(upstreams));
  }

  static Map<String, Integer> of(DagDefinition dag, TaskGraph graph) {
    Map<String, Integer> own = new LinkedHashMap<>();
    for (TaskDefinition task : dag.tasks()) {
      own.put(task.taskId(), task.queueing().weight());
    }
    Weights all = new Weights(graph, own);
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (TaskDefinition task : dag.tasks()) {
      String id = task.taskId();
      weights.put(id, all.effective(id, task.queueing().weightRule()));
    }
    return weights;
  }
}
