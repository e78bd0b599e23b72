package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.RenderedCommand;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.timetable.RunIds;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables of a task's process. */
final class TaskEnvironment {
  private TaskEnvironment() {}

  /**
   * The scheduler's own, unless the task replaces them; and what every task is told.
   *
   * @param own environment of this process
   */
  static Map<String, String> of(
      Map<String, String> own, Bash bash, RenderedCommand rendered, TaskContext context) {
    boolean inherits = rendered.env().isEmpty() || bash.appendEnv();
    Map<String, String> environment = new LinkedHashMap<>(inherits ? own : Map.of());
    rendered.env().ifPresent(environment::putAll);
    environment.put("AIRFLOW_CTX_DAG_OWNER", context.task().owner());
    environment.put("AIRFLOW_CTX_DAG_ID", context.dag().dagId());
    environment.put("AIRFLOW_CTX_TASK_ID", context.task().taskId());
    context
        .run()
        .logicalDate()
        .ifPresent(date -> environment.put("AIRFLOW_CTX_LOGICAL_DATE", RunIds.isoText(date)));
    environment.put("AIRFLOW_CTX_TRY_NUMBER", String.valueOf(context.tryNumber()));
    environment.put("AIRFLOW_CTX_DAG_RUN_ID", context.run().runId());
    return environment;
  }
}
