package io.clientele.jobs.schedule.template;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run with everything that a run can have, against which templates are checked at load. */
final class SampleContext {
  /** Names of which too little is known before there is a run. */
  private static final Set<String> OPEN =
      Set.of("params", "var", "ti", "task_instance", "dag_run", "dag", "task");

  private SampleContext() {}

  static Scope scope() {
    return ContextNames.of(context());
  }

  static Scope withoutOpenNames() {
    Map<String, Object> names = new HashMap<>(scope().names());
    names.keySet().removeAll(OPEN);
    return new Scope(names);
  }

  private static TaskContext context() {
    TaskDefinition task = TaskDefinition.task("task").bash("true").build();
    DagDefinition dag =
        DagDefinition.dag("dag", new Unscheduled()).description("sample").tasks(task).build();
    return new TaskContext(
        dag,
        task,
        run("2025-03-01T00:00:00Z"),
        Optional.of(run("2025-02-28T00:00:00Z")),
        1,
        Map.of(),
        name -> Optional.empty(),
        (taskId, key) -> Optional.empty());
  }

  private static TaskContext.Run run(String date) {
    Instant start = Instant.parse(date);
    Instant end = start.plusSeconds(86_400);
    return new TaskContext.Run(
        "scheduled__" + end,
        RunType.SCHEDULED,
        "running",
        Optional.of(start),
        Optional.of(new DataInterval(start, end)),
        end,
        Optional.of(end),
        Optional.of(end),
        Map.of());
  }
}
