package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.store.Variables;
import io.clientele.jobs.schedule.store.Xcoms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gathers what the templates of a task may ask for. */
final class TaskContexts {
  private final SchedulerStore store;

  TaskContexts(SchedulerStore store) {
    this.store = store;
  }

  TaskContext of(DagDefinition dag, TaskDefinition task, TaskInstance instance) {
    DagRun run =
        store.read(tables -> tables.runs().find(instance.dagId(), instance.runId())).orElseThrow();
    Optional<DagRun> previous =
        store.read(
            tables ->
                tables.runs().successBefore(run.dagId(), run.logicalDate().orElse(run.runAfter())));
    return new TaskContext(
        dag,
        task,
        seen(run),
        previous.map(TaskContexts::seen),
        instance.tryNumber(),
        params(dag, task, run.conf()),
        name -> store.read(tables -> tables.variables().find(name)).map(Variables.Variable::value),
        (taskId, key) ->
            store
                .read(tables -> tables.xcoms().find(run.dagId(), run.runId(), taskId, key))
                .map(Xcoms.Entry::value));
  }

  /** The run's conf over the task's params over the DAG's. */
  static Map<String, Object> params(
      DagDefinition dag, TaskDefinition task, Map<String, Object> conf) {
    Map<String, Object> params = new LinkedHashMap<>(dag.params());
    params.putAll(task.params());
    params.putAll(conf);
    return params;
  }

  private static TaskContext.Run seen(DagRun run) {
    return new TaskContext.Run(
        run.runId(),
        run.type(),
        run.state().text(),
        run.logicalDate(),
        run.interval(),
        run.runAfter(),
        run.times().startedAt(),
        run.times().endedAt(),
        run.conf());
  }
}
