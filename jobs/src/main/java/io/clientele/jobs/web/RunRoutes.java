package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.engine.ClearRequest;
import io.clientele.jobs.schedule.engine.ConflictException;
import io.clientele.jobs.schedule.engine.TriggerRequest;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs: list, trigger, read, set, clear, delete. */
final class RunRoutes {
  static final String RUNS = "/api/v2/dags/{dag_id}/dagRuns";
  static final String RUN = RUNS + "/{dag_run_id}";
  private static final Map<String, Body.Kind> TRIGGER =
      Map.of(
          "dag_run_id", Body.Kind.TEXT,
          "logical_date", Body.Kind.DATE,
          "data_interval_start", Body.Kind.DATE,
          "data_interval_end", Body.Kind.DATE,
          "run_after", Body.Kind.DATE,
          "conf", Body.Kind.OBJECT,
          "note", Body.Kind.TEXT,
          "partition_key", Body.Kind.TEXT);

  private final Engine engine;

  RunRoutes(Engine engine) {
    this.engine = engine;
  }

  void add(JavalinDefaultRouting routes) {
    routes.get(RUNS, request -> Answers.json(request, 200, new RunList(engine).answer(request)));
    routes.post(RUNS, request -> Answers.json(request, 200, trigger(request)));
    routes.get(RUN, request -> Answers.json(request, 200, row(run(engine, request))));
    routes.patch(RUN, request -> Answers.json(request, 200, patch(request)));
    routes.delete(RUN, this::delete);
    routes.post(RUN + "/clear", request -> Answers.json(request, 200, clear(request)));
  }

  static DagRun run(Engine engine, Context request) {
    String dagId = engine.dag(request.pathParam("dag_id")).dagId();
    String runId = request.pathParam("dag_run_id");
    return engine
        .store()
        .read(tables -> tables.runs().find(dagId, runId))
        .orElseThrow(
            () ->
                ApiError.notFound(
                    "The DagRun with dag_id: `%s` and run_id: `%s` was not found"
                        .formatted(dagId, runId)));
  }

  private Map<String, Object> row(DagRun run) {
    return engine.rows(engine.dag(run.dagId())).run(run);
  }

  private Map<String, Object> trigger(Context request) {
    DagDefinition dag = engine.dag(request.pathParam("dag_id"));
    Body body = Body.read(request.body(), TRIGGER, "logical_date");
    if (body.text("partition_key").isPresent()) {
      throw ApiError.badRequest("Partitions are not supported");
    }
    Optional<Instant> start = body.date("data_interval_start");
    Optional<Instant> end = body.date("data_interval_end");
    if (start.isPresent() != end.isPresent()) {
      throw ApiError.unprocessable(
          List.of(
              ApiError.invalid(
                  "value_error",
                  List.of("body"),
                  "Value error, Either both data_interval_start and data_interval_end must be"
                      + " provided or both must be None",
                  Map.of())));
    }
    Optional<Instant> date = body.date("logical_date");
    TriggerRequest asked =
        new TriggerRequest(
            dag.dagId(),
            body.text("dag_run_id"),
            date,
            date.flatMap(at -> start.map(from -> new DataInterval(from, end.orElseThrow()))),
            body.date("run_after"),
            body.object("conf").orElse(Map.of()),
            body.text("note"),
            new DagRun.Origin("rest_api", Optional.ofNullable(request.attribute("user"))));
    try {
      return row(engine.actions().trigger(asked));
    } catch (ConflictException exists) {
      throw ApiError.duplicate(exists.getMessage());
    } catch (IllegalArgumentException refused) {
      throw ApiError.badRequest(refused.getMessage());
    }
  }

  private Map<String, Object> patch(Context request) {
    DagRun run = run(engine, request);
    Body body =
        Body.read(request.body(), Map.of("state", Body.Kind.TEXT, "note", Body.Kind.TEXT))
            .masked(request.queryParams("update_mask"));
    body.word("state", List.of("queued", "success", "failed"))
        .ifPresent(state -> engine.actions().mark(run.dagId(), run.runId(), RunState.of(state)));
    if (body.has("note")) {
      engine.actions().note(run.dagId(), run.runId(), body.text("note"));
    }
    return row(run(engine, request));
  }

  private void delete(Context request) {
    DagRun run = run(engine, request);
    if (run.state() == RunState.RUNNING) {
      throw ApiError.conflict(
          "The DagRun with dag_id: `%s` and run_id: `%s` cannot be deleted in running state"
              .formatted(run.dagId(), run.runId()));
    }
    engine.actions().delete(run.dagId(), run.runId());
    request.status(204);
  }

  private Map<String, Object> clear(Context request) {
    DagRun run = run(engine, request);
    Body body =
        Body.read(
            request.body(),
            Map.of(
                "dry_run", Body.Kind.TRUTH,
                "only_failed", Body.Kind.TRUTH,
                "only_new", Body.Kind.TRUTH,
                "run_on_latest_version", Body.Kind.TRUTH,
                "note", Body.Kind.TEXT));
    ClearRequest all = ClearRequest.run(run.dagId(), run.runId());
    ClearRequest asked =
        new ClearRequest(
            all.dagId(),
            all.runId(),
            all.from(),
            all.to(),
            all.taskIds(),
            all.reach(),
            body.truth("only_failed", false),
            false,
            true);
    if (body.truth("dry_run", true)) {
      RunRows shape = engine.rows(engine.dag(run.dagId()));
      List<TaskInstance> tasks = engine.clear().dryRun(asked);
      List<Map<String, Object>> rows =
          tasks.stream().map(task -> shape.instance(run, task)).toList();
      return Map.of("task_instances", rows, "total_entries", rows.size());
    }
    engine.clear().clear(asked);
    if (body.has("note")) {
      engine.actions().note(run.dagId(), run.runId(), body.text("note"));
    }
    return row(run(engine, request));
  }
}
