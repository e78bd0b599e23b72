package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.engine.DagWeights;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.DataInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs, task instances and backfills in the shapes of Airflow's answers. */
final class RunRows {
  private final DagDefinition dag;
  private final Map<String, Object> version;
  private final Map<String, Integer> weights;

  RunRows(DagDefinition dag, Optional<DagEntry> entry) {
    this.dag = dag;
    this.version = DagRows.version(dag, entry);
    this.weights = DagWeights.of(dag);
  }

  Map<String, Object> run(DagRun run) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("dag_run_id", run.runId());
    row.put("dag_id", run.dagId());
    row.put("logical_date", run.logicalDate().orElse(null));
    row.put("queued_at", run.times().queuedAt().orElse(null));
    row.put("start_date", run.times().startedAt().orElse(null));
    row.put("end_date", run.times().endedAt().orElse(null));
    row.put("duration", run.duration().orElse(null));
    row.put("data_interval_start", run.interval().map(DataInterval::start).orElse(null));
    row.put("data_interval_end", run.interval().map(DataInterval::end).orElse(null));
    row.put("run_after", run.runAfter());
    row.put("last_scheduling_decision", run.times().decidedAt().orElse(null));
    row.put("run_type", run.type().text());
    row.put("state", run.state().text());
    row.put("triggered_by", run.origin().by());
    row.put("triggering_user_name", run.origin().user().orElse(null));
    row.put("conf", run.conf());
    row.put("note", run.note().orElse(null));
    row.put("dag_versions", List.of(version));
    row.put("bundle_version", null);
    row.put("dag_display_name", DagRows.displayName(dag));
    row.put("partition_key", null);
    row.put("partition_date", null);
    return row;
  }

  /** The task as it is now. */
  Map<String, Object> instance(DagRun run, TaskInstance task) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", task.attemptId());
    row.putAll(attempt(task));
    row.put("logical_date", run.logicalDate().orElse(null));
    row.put("run_after", run.runAfter());
    row.put("note", task.note().orElse(null));
    row.put("rendered_map_index", null);
    row.put("rendered_fields", Map.of());
    row.put("trigger", null);
    row.put("triggerer_job", null);
    return row;
  }

  /** One attempt of a task. */
  Map<String, Object> attempt(TaskInstance task) {
    Optional<TaskDefinition> definition = dag.task(task.taskId());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("task_id", task.taskId());
    row.put("dag_id", task.dagId());
    row.put("dag_run_id", task.runId());
    row.put("map_index", -1);
    row.put("start_date", task.times().startedAt().orElse(null));
    row.put("end_date", task.times().endedAt().orElse(null));
    row.put("duration", task.duration().orElse(null));
    row.put("state", task.state() == TaskState.NONE ? null : task.state().text());
    row.put("try_number", task.tryNumber());
    row.put("max_tries", task.maxTries());
    row.put("task_display_name", task.taskId());
    row.put("dag_display_name", DagRows.displayName(dag));
    row.put("hostname", task.worker().map(TaskInstance.Worker::host).orElse(""));
    row.put("unixname", System.getProperty("user.name"));
    row.put("pool", definition.map(each -> each.queueing().pool()).orElse("default_pool"));
    row.put("pool_slots", definition.map(each -> each.queueing().slots()).orElse(1));
    row.put("queue", "default");
    row.put("priority_weight", weights.getOrDefault(task.taskId(), 1));
    row.put("operator", definition.map(TaskDefinition::operatorName).orElse(null));
    row.put("operator_name", definition.map(TaskDefinition::operatorName).orElse(null));
    row.put("queued_when", task.times().queuedAt().orElse(null));
    row.put("scheduled_when", task.times().scheduledAt().orElse(null));
    row.put("pid", task.worker().flatMap(TaskInstance.Worker::pid).orElse(null));
    row.put("executor", null);
    row.put("executor_config", "{}");
    row.put("dag_version", version);
    return row;
  }

  Map<String, Object> backfill(Backfill backfill) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", backfill.id());
    row.put("dag_id", backfill.dagId());
    row.put("from_date", backfill.plan().from());
    row.put("to_date", backfill.plan().to());
    row.put("dag_run_conf", backfill.conf());
    row.put("is_paused", backfill.isPaused());
    row.put("reprocess_behavior", backfill.plan().reprocess().name().toLowerCase(Locale.ROOT));
    row.put("max_active_runs", backfill.maxActiveRuns());
    row.put("created_at", backfill.createdAt());
    row.put("completed_at", backfill.completedAt().orElse(null));
    row.put("updated_at", backfill.updatedAt());
    row.put("dag_display_name", DagRows.displayName(dag));
    return row;
  }
}
