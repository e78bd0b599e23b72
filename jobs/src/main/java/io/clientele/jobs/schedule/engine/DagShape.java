package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.TaskGraph;
import io.clientele.jobs.schedule.state.TriggerRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from a DAG's definition alone.
 *
 * @param order its tasks, each after its upstreams
 * @param weights effective priority weight of each task
 */
record DagShape(
    DagDefinition dag,
    Map<String, TaskDefinition> tasks,
    TaskGraph graph,
    List<String> order,
    Map<String, TriggerRule> rules,
    Map<String, Integer> weights) {

  static DagShape of(DagDefinition dag) {
    Map<String, TaskDefinition> tasks = new LinkedHashMap<>();
    Map<String, List<String>> upstreams = new LinkedHashMap<>();
    Map<String, TriggerRule> rules = new LinkedHashMap<>();
    for (TaskDefinition task : dag.tasks()) {
      tasks.put(task.taskId(), task);
      upstreams.put(task.taskId(), task.upstream());
      rules.put(task.taskId(), task.triggerRule());
    }
    TaskGraph graph = new TaskGraph(upstreams);
    return new DagShape(dag, tasks, graph, order(graph), rules, DagWeights.of(dag, graph));
  }

  private static List<String> order(TaskGraph graph) {
    List<String> order = new ArrayList<>();
    while (order.size() < graph.tasks().size()) {
      for (String task : graph.tasks()) {
        if (!order.contains(task) && order.containsAll(graph.upstream(task))) {
          order.add(task);
        }
      }
    }
    return order;
  }

  String dagId() {
    return dag.dagId();
  }
}
