package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tasks of a DAG in the shape of TaskResponse. */
final class TaskDefinitionRows {
  private TaskDefinitionRows() {}

  static Map<String, Object> task(DagDefinition dag, TaskDefinition task) {
    boolean isBash = task.bash().isPresent();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("task_id", task.taskId());
    row.put("task_display_name", task.taskId());
    row.put("owner", task.owner());
    row.put("start_date", dag.startDate().orElse(null));
    row.put("end_date", dag.endDate().orElse(null));
    row.put("trigger_rule", task.triggerRule().text());
    row.put("depends_on_past", task.dependsOnPast());
    row.put("wait_for_downstream", task.waitsForDownstream());
    row.put("retries", task.retryPolicy().retries());
    row.put("queue", "default");
    row.put("pool", task.queueing().pool());
    row.put("pool_slots", task.queueing().slots());
    row.put(
        "execution_timeout", task.executionTimeout().map(TaskDefinitionRows::span).orElse(null));
    row.put("retry_delay", span(task.retryPolicy().delay()));
    row.put("retry_exponential_backoff", task.retryPolicy().backoff());
    row.put("priority_weight", task.queueing().weight());
    row.put("weight_rule", task.queueing().weightRule().name().toLowerCase(Locale.ROOT));
    row.put("ui_color", isBash ? "#f0ede4" : "#e8f7e4");
    row.put("ui_fgcolor", "#000");
    row.put("template_fields", isBash ? List.of("bash_command", "env", "cwd") : List.of());
    row.put("downstream_task_ids", downstream(dag, task));
    row.put("doc_md", task.docMd().orElse(null));
    row.put("operator_name", task.operatorName());
    row.put("params", task.params());
    row.put("class_ref", reference(task));
    row.put("is_mapped", false);
    row.put("extra_links", List.of());
    return row;
  }

  private static List<String> downstream(DagDefinition dag, TaskDefinition task) {
    return dag.tasks().stream()
        .filter(other -> other.upstream().contains(task.taskId()))
        .map(TaskDefinition::taskId)
        .sorted()
        .toList();
  }

  private static Map<String, Object> reference(TaskDefinition task) {
    String module = task.bash().isPresent() ? "bash" : "empty";
    return Map.of(
        "module_path",
        "airflow.providers.standard.operators." + module,
        "class_name",
        task.operatorName());
  }

  private static Map<String, Object> span(Duration span) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("__type", "TimeDelta");
    row.put("days", span.toDays());
    row.put("seconds", span.getSeconds() % 86_400);
    row.put("microseconds", span.getNano() / 1_000);
    return row;
  }
}
