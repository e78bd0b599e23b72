package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.engine.ClearRequest;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.store.Xcoms;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Task instances of runs: list, attempts, state by hand, clear, XCom. */
final class TaskRoutes {
  private static final String TASKS = RunRoutes.RUN + "/taskInstances";
  static final String TASK = TASKS + "/{task_id}";

  private final Engine engine;

  TaskRoutes(Engine engine) {
    this.engine = engine;
  }

  void add(JavalinDefaultRouting routes) {
    routes.get(TASKS, request -> Answers.json(request, 200, new TaskList(engine).answer(request)));
    routes.get(TASK, request -> Answers.json(request, 200, one(request)));
    routes.get(TASK + "/tries", request -> Answers.json(request, 200, tries(request)));
    routes.patch(TASK, request -> Answers.json(request, 200, patch(request)));
    routes.get(
        TASK + "/xcomEntries/{xcom_key}", request -> Answers.json(request, 200, xcom(request)));
    routes.post(
        "/api/v2/dags/{dag_id}/clearTaskInstances",
        request -> Answers.json(request, 200, clear(request)));
  }

  static TaskInstance task(Engine engine, DagRun run, String taskId) {
    return engine
        .store()
        .read(tables -> tables.tasks().find(run.dagId(), run.runId(), taskId))
        .orElseThrow(
            () ->
                ApiError.notFound(
                    "The Task Instance with dag_id: `%s`, run_id: `%s` and task_id: `%s` was not found"
                        .formatted(run.dagId(), run.runId(), taskId)));
  }

  private Map<String, Object> one(Context request) {
    DagRun run = RunRoutes.run(engine, request);
    return shape(run).instance(run, task(engine, run, request.pathParam("task_id")));
  }

  private RunRows shape(DagRun run) {
    return engine.rows(engine.dag(run.dagId()));
  }

  private Map<String, Object> tries(Context request) {
    DagRun run = RunRoutes.run(engine, request);
    TaskInstance task = task(engine, run, request.pathParam("task_id"));
    RunRows shape = shape(run);
    List<TaskInstance> attempts =
        engine
            .store()
            .read(tables -> tables.tasks().attempts(run.dagId(), run.runId(), task.taskId()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TaskInstance attempt : attempts) {
      Map<String, Object> row = shape.attempt(attempt);
      // In Airflow's history an attempt that was tried again has failed.
      if (attempt.is(TaskState.UP_FOR_RETRY) && attempt.tryNumber() < task.tryNumber()) {
        row.put("state", TaskState.FAILED.text());
      }
      rows.add(row);
    }
    return Map.of("task_instances", rows, "total_entries", rows.size());
  }

  private Map<String, Object> patch(Context request) {
    DagRun run = RunRoutes.run(engine, request);
    TaskInstance task = task(engine, run, request.pathParam("task_id"));
    Body body =
        Body.read(
                request.body(),
                Map.of(
                    "new_state", Body.Kind.TEXT,
                    "note", Body.Kind.TEXT,
                    "include_upstream", Body.Kind.TRUTH,
                    "include_downstream", Body.Kind.TRUTH,
                    "include_future", Body.Kind.TRUTH,
                    "include_past", Body.Kind.TRUTH))
            .masked(request.queryParams("update_mask"));
    List<TaskInstance> chosen = List.of(task);
    Optional<String> state = body.word("new_state", List.of("success", "failed", "skipped"));
    if (state.isPresent()) {
      ClearRequest.Reach reach = reach(body);
      chosen =
          engine
              .clear()
              .dryRun(ClearRequest.tasks(run.dagId(), run.runId(), List.of(task.taskId()), reach));
      chosen = engine.actions().mark(chosen, TaskState.of(state.get()));
    }
    if (body.has("note")) {
      note(task, body.text("note"));
    }
    return list(rows(run.dagId(), chosen));
  }

  /** All of them on one page, with the keys of the list that has pages. */
  private static Map<String, Object> list(List<Map<String, Object>> rows) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("task_instances", rows);
    answer.put("total_entries", rows.size());
    for (String key : List.of("total_entries_limit", "next_cursor", "previous_cursor")) {
      answer.put(key, null);
    }
    return answer;
  }

  private static ClearRequest.Reach reach(Body body) {
    return new ClearRequest.Reach(
        body.truth("include_upstream", false),
        body.truth("include_downstream", false),
        body.truth("include_past", false),
        body.truth("include_future", false));
  }

  private void note(TaskInstance task, Optional<String> note) {
    engine
        .store()
        .change(
            tables ->
                tables
                    .tasks()
                    .find(task.dagId(), task.runId(), task.taskId())
                    .ifPresent(now -> tables.tasks().save(now.withNote(note))));
  }

  /** The instances as they stand now. */
  private List<Map<String, Object>> rows(String dagId, List<TaskInstance> tasks) {
    RunRows shape = engine.rows(engine.dag(dagId));
    return engine
        .store()
        .read(
            tables ->
                tasks.stream()
                    .map(
                        task ->
                            shape.instance(
                                tables.runs().find(dagId, task.runId()).orElseThrow(),
                                tables
                                    .tasks()
                                    .find(dagId, task.runId(), task.taskId())
                                    .orElseThrow()))
                    .toList());
  }

  private Map<String, Object> xcom(Context request) {
    DagRun run = RunRoutes.run(engine, request);
    String task = request.pathParam("task_id");
    String key = request.pathParam("xcom_key");
    Xcoms.Entry entry =
        engine
            .store()
            .read(tables -> tables.xcoms().find(run.dagId(), run.runId(), task, key))
            .orElseThrow(() -> ApiError.notFound("XCom entry with key: `" + key + "` not found"));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("key", entry.key());
    row.put("timestamp", entry.writtenAt());
    row.put("logical_date", run.logicalDate().orElse(null));
    row.put("map_index", -1);
    row.put("task_id", task);
    row.put("dag_id", run.dagId());
    row.put("run_id", run.runId());
    row.put("dag_display_name", DagRows.displayName(engine.dag(run.dagId())));
    row.put("task_display_name", task);
    row.put("run_after", run.runAfter());
    row.put("value", entry.value());
    return row;
  }

  private Map<String, Object> clear(Context request) {
    DagDefinition dag = engine.dag(request.pathParam("dag_id"));
    Body body = ClearBody.read(request.body());
    ClearRequest asked = ClearBody.request(dag, body);
    asked.runId().ifPresent(runId -> known(dag.dagId(), runId));
    List<TaskInstance> chosen = engine.clear().dryRun(asked);
    if (!body.truth("dry_run", true)) {
      refuseRunning(body, chosen);
      engine.clear().clear(asked);
      if (body.has("note")) {
        chosen.forEach(task -> note(task, body.text("note")));
      }
    }
    return list(rows(dag.dagId(), chosen));
  }

  private void known(String dagId, String runId) {
    if (engine.store().read(tables -> tables.runs().find(dagId, runId)).isEmpty()) {
      throw ApiError.notFound("Dag Run id " + runId + " not found in dag " + dagId);
    }
  }

  private static void refuseRunning(Body body, List<TaskInstance> chosen) {
    if (body.truth("prevent_running_task", false)) {
      chosen.stream()
          .filter(TaskInstance::isUnderWay)
          .findFirst()
          .ifPresent(
              task -> {
                throw ApiError.conflict(
                    "Task %s is running; it is not cleared".formatted(task.taskId()));
              });
    }
  }
}
