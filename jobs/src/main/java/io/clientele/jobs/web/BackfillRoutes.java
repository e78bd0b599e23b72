package io.clientele.jobs.web;

import io.clientele.jobs.schedule.engine.BackfillActions;
import io.clientele.jobs.schedule.engine.ConflictException;
import io.clientele.jobs.schedule.engine.UnknownException;
import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Backfills: list, create, try out, pause, cancel. */
final class BackfillRoutes {
  private static final String BACKFILLS = "/api/v2/backfills";
  private static final Map<String, Body.Kind> KEYS =
      Map.of(
          "dag_id", Body.Kind.TEXT,
          "from_date", Body.Kind.DATE,
          "to_date", Body.Kind.DATE,
          "run_backwards", Body.Kind.TRUTH,
          "dag_run_conf", Body.Kind.OBJECT,
          "reprocess_behavior", Body.Kind.TEXT,
          "max_active_runs", Body.Kind.INTEGER,
          "run_on_latest_version", Body.Kind.TRUTH);
  private static final int MOST_RUNS = 10;

  private final Engine engine;

  BackfillRoutes(Engine engine) {
    this.engine = engine;
  }

  void add(JavalinDefaultRouting routes) {
    routes.get(BACKFILLS, request -> Answers.json(request, 200, list(request)));
    routes.post(
        BACKFILLS,
        request ->
            Answers.json(
                request, 200, row(refusing(() -> engine.backfills().create(asked(request))))));
    routes.post(BACKFILLS + "/dry_run", request -> Answers.json(request, 200, dryRun(request)));
    routes.get(
        BACKFILLS + "/{backfill_id}",
        request -> Answers.json(request, 200, row(find(id(request)))));
    routes.put(
        BACKFILLS + "/{backfill_id}/pause",
        request -> change(request, id -> engine.backfills().pause(id, true)));
    routes.put(
        BACKFILLS + "/{backfill_id}/unpause",
        request -> change(request, id -> engine.backfills().pause(id, false)));
    routes.put(
        BACKFILLS + "/{backfill_id}/cancel",
        request -> change(request, id -> engine.backfills().cancel(id)));
  }

  private void change(Context request, java.util.function.LongFunction<Backfill> change) {
    long id = id(request);
    Answers.json(request, 200, row(refusing(() -> change.apply(id))));
  }

  private static long id(Context request) {
    String text = request.pathParam("backfill_id");
    if (!text.matches("\\d{1,18}")) {
      throw ApiError.unprocessable(
          List.of(
              ApiError.invalid(
                  "int_parsing",
                  List.of("path", "backfill_id"),
                  "Input should be a number",
                  text)));
    }
    return Long.parseLong(text);
  }

  private Backfill find(long id) {
    return engine
        .store()
        .read(tables -> tables.backfills().find(id))
        .orElseThrow(() -> ApiError.notFound("Backfill not found"));
  }

  private Map<String, Object> row(Backfill backfill) {
    return engine.rows(engine.dag(backfill.dagId())).backfill(backfill);
  }

  /** What the engine refuses, in Airflow's codes. */
  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (ConflictException refused) {
      throw ApiError.conflict(refused.getMessage());
    } catch (UnknownException refused) {
      throw ApiError.notFound(refused.getMessage());
    } catch (IllegalArgumentException refused) {
      throw ApiError.unprocessable(refused.getMessage());
    }
  }

  private Map<String, Object> list(Context request) {
    String dagId =
        Optional.ofNullable(request.queryParam("dag_id"))
            .orElseThrow(
                () ->
                    ApiError.unprocessable(
                        List.of(
                            ApiError.invalid(
                                "missing", List.of("query", "dag_id"), "Field required", null))));
    List<Map<String, Object>> rows = new ArrayList<>();
    engine
        .store()
        .read(tables -> tables.backfills().of(engine.dag(dagId).dagId()))
        .forEach(backfill -> rows.add(row(backfill)));
    return new Query(request, rows).order(Set.of("id"), Map.of()).page("backfills");
  }

  private BackfillActions.Request asked(Context request) {
    Body body = Body.read(request.body(), KEYS, "dag_id", "from_date", "to_date");
    String behaviour =
        body.word("reprocess_behavior", List.of("none", "failed", "completed")).orElse("none");
    for (String key : List.of("dag_id", "from_date", "to_date")) {
      if (body.text(key).isEmpty()) {
        throw ApiError.unprocessable(
            List.of(
                ApiError.invalid(
                    "string_type", List.of("body", key), "Input should not be null", null)));
      }
    }
    return new BackfillActions.Request(
        engine.dag(body.text("dag_id").orElseThrow()).dagId(),
        new BackfillPlan(
            body.date("from_date").orElseThrow(),
            body.date("to_date").orElseThrow(),
            body.truth("run_backwards", false),
            Reprocess.valueOf(behaviour.toUpperCase(Locale.ROOT))),
        body.integer("max_active_runs", MOST_RUNS),
        body.object("dag_run_conf"),
        new DagRun.Origin("backfill", Optional.ofNullable(request.attribute("user"))));
  }

  private Map<String, Object> dryRun(Context request) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (BackfillActions.Planned planned :
        refusing(() -> engine.backfills().dryRun(asked(request)))) {
      if (planned.action() != Reprocess.Action.SKIP) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("logical_date", planned.dates().logicalDate());
        row.put("partition_key", null);
        row.put("partition_date", null);
        rows.add(row);
      }
    }
    return Map.of("backfills", rows, "total_entries", rows.size());
  }
}
