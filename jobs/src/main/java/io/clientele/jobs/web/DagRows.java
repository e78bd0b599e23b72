package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** DAGs and tasks in the shapes of DAGResponse, DAGDetailsResponse and TaskResponse. */
final class DagRows {
  /** All DAG files lie in one bundle, which Airflow calls so by default. */
  static final String BUNDLE = "dags-folder";

  private DagRows() {}

  static Map<String, Object> dag(DagDefinition dag, Optional<DagEntry> entry) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("dag_id", dag.dagId());
    row.put("dag_display_name", displayName(dag));
    row.put("is_paused", entry.map(DagEntry::isPaused).orElse(true));
    row.put("is_stale", false);
    row.put("last_parsed_time", entry.map(DagEntry::lastSeenAt).orElse(null));
    row.put("last_parse_duration", null);
    row.put("last_expired", null);
    row.put("bundle_name", BUNDLE);
    row.put("bundle_version", null);
    row.put("relative_fileloc", dag.file());
    row.put("fileloc", dag.file());
    row.put("description", dag.description().orElse(null));
    timetable(row, dag);
    row.put("timetable_partitioned", false);
    row.put("timetable_periodic", dag.timetable().isPeriodic());
    row.put("tags", dag.tags().stream().map(tag -> tag(tag, dag)).toList());
    row.put("max_active_tasks", dag.limits().maxActiveTasks());
    row.put("max_active_runs", dag.limits().maxActiveRuns());
    row.put("max_consecutive_failed_dag_runs", dag.limits().maxConsecutiveFailedRuns());
    row.put("has_task_concurrency_limits", hasLimits(dag));
    row.put("has_import_errors", false);
    next(row, entry.flatMap(DagEntry::next));
    row.put("allowed_run_types", null);
    row.put("owners", dag.tasks().stream().map(TaskDefinition::owner).distinct().toList());
    row.put("is_backfillable", dag.timetable().isPeriodic());
    row.put("file_token", fileToken(dag));
    return row;
  }

  private static void timetable(Map<String, Object> row, DagDefinition dag) {
    boolean byHand = dag.timetable() instanceof Unscheduled;
    String summary = dag.timetable().summary();
    row.put("timetable_summary", byHand ? null : summary);
    row.put("timetable_description", byHand ? "Never, external triggers only" : summary);
  }

  static String displayName(DagDefinition dag) {
    return dag.displayName().orElse(dag.dagId());
  }

  private static boolean hasLimits(DagDefinition dag) {
    return dag.tasks().stream().anyMatch(task -> task.queueing().maxActivePerDag().isPresent());
  }

  private static String fileToken(DagDefinition dag) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(dag.file().getBytes(StandardCharsets.UTF_8));
  }

  private static void next(Map<String, Object> row, Optional<DagEntry.Next> next) {
    row.put("next_dagrun_logical_date", next.map(DagEntry.Next::logicalDate).orElse(null));
    row.put("next_dagrun_data_interval_start", next.map(DagEntry.Next::logicalDate).orElse(null));
    row.put("next_dagrun_data_interval_end", next.map(DagEntry.Next::intervalEnd).orElse(null));
    row.put("next_dagrun_run_after", next.map(DagEntry.Next::runAfter).orElse(null));
  }

  private static Map<String, Object> tag(String name, DagDefinition dag) {
    return Map.of("name", name, "dag_id", dag.dagId(), "dag_display_name", displayName(dag));
  }

  static Map<String, Object> details(DagDefinition dag, Optional<DagEntry> entry, int activeRuns) {
    Map<String, Object> row = dag(dag, entry);
    row.put("catchup", dag.catchup());
    row.put(
        "dag_run_timeout",
        dag.limits().runTimeout().map(java.time.Duration::toString).orElse(null));
    row.put("asset_expression", null);
    row.put("doc_md", dag.docMd().orElse(null));
    row.put("start_date", dag.startDate().orElse(null));
    row.put("end_date", dag.endDate().orElse(null));
    row.put("is_paused_upon_creation", dag.isPausedUponCreation().orElse(null));
    row.put("params", params(dag.params()));
    row.put("render_template_as_native_obj", false);
    row.put("template_search_path", null);
    row.put("timezone", dag.zone().equals(ZoneOffset.UTC) ? "UTC" : dag.zone().getId());
    row.put("last_parsed", entry.map(DagEntry::lastSeenAt).orElse(null));
    row.put("default_args", Map.of());
    row.put("rerun_with_latest_version", null);
    row.put("owner_links", Map.of());
    row.put("is_favorite", false);
    row.put("active_runs_count", activeRuns);
    row.put("concurrency", dag.limits().maxActiveTasks());
    row.put("latest_dag_version", version(dag, entry));
    return row;
  }

  /** Values in the form of Airflow's Param: value, schema, description. */
  private static Map<String, Object> params(Map<String, Object> params) {
    Map<String, Object> rows = new LinkedHashMap<>();
    params.forEach(
        (name, value) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("value", value);
          row.put("schema", Map.of());
          row.put("description", null);
          rows.put(name, row);
        });
    return rows;
  }

  /** Files have no versions here: each DAG has one that does not change. */
  static Map<String, Object> version(DagDefinition dag, Optional<DagEntry> entry) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", UUID.nameUUIDFromBytes(dag.dagId().getBytes(StandardCharsets.UTF_8)).toString());
    row.put("version_number", 1);
    row.put("dag_id", dag.dagId());
    row.put("bundle_name", BUNDLE);
    row.put("bundle_version", null);
    row.put("created_at", entry.map(DagEntry::firstSeenAt).orElse(Instant.EPOCH));
    row.put("dag_display_name", displayName(dag));
    row.put("bundle_url", null);
    return row;
  }
}
