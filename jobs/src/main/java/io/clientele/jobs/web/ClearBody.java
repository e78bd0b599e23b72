package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.engine.ClearRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The body of {@code clearTaskInstances}. */
final class ClearBody {
  private static final Map<String, Body.Kind> KEYS = keys();

  private ClearBody() {}

  private static Map<String, Body.Kind> keys() {
    Map<String, Body.Kind> keys = new HashMap<>();
    for (String truth :
        List.of(
            "dry_run",
            "only_failed",
            "only_running",
            "reset_dag_runs",
            "include_upstream",
            "include_downstream",
            "include_future",
            "include_past",
            "run_on_latest_version",
            "prevent_running_task")) {
      keys.put(truth, Body.Kind.TRUTH);
    }
    keys.put("start_date", Body.Kind.DATE);
    keys.put("end_date", Body.Kind.DATE);
    keys.put("task_ids", Body.Kind.TEXTS);
    keys.put("dag_run_id", Body.Kind.TEXT);
    keys.put("note", Body.Kind.TEXT);
    return Map.copyOf(keys);
  }

  static Body read(String text) {
    Body body = Body.read(text, KEYS);
    boolean isDated = body.date("start_date").isPresent() || body.date("end_date").isPresent();
    if (body.text("dag_run_id").isPresent() && isDated) {
      throw wrong("Exactly one of dag_run_id or (start_date and end_date) must be provided");
    }
    if (body.truth("only_failed", true) && body.truth("only_running", false)) {
      throw wrong("only_failed and only_running both are set to True");
    }
    return body;
  }

  private static ApiError wrong(String reason) {
    return ApiError.unprocessable(
        List.of(
            ApiError.invalid("value_error", List.of("body"), "Value error, " + reason, Map.of())));
  }

  static ClearRequest request(DagDefinition dag, Body body) {
    for (String task : body.texts("task_ids")) {
      if (dag.task(task).isEmpty()) {
        throw ApiError.notFound("Task " + task + " not found in dag " + dag.dagId());
      }
    }
    return new ClearRequest(
        dag.dagId(),
        body.text("dag_run_id"),
        body.date("start_date"),
        body.date("end_date"),
        body.texts("task_ids"),
        new ClearRequest.Reach(
            body.truth("include_upstream", false),
            body.truth("include_downstream", false),
            body.truth("include_past", false),
            body.truth("include_future", false)),
        body.truth("only_failed", true),
        body.truth("only_running", false),
        body.truth("reset_dag_runs", true));
  }
}
