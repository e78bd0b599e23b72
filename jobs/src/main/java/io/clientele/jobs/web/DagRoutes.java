package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.store.DagRun;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DAGs and their tasks. */
final class DagRoutes {
  private static final Set<String> ORDER =
      Set.of(
          "dag_id",
          "dag_display_name",
          "next_dagrun",
          "state",
          "start_date",
          "last_run_state",
          "last_run_start_date");

  private final Engine engine;

  DagRoutes(Engine engine) {
    this.engine = engine;
  }

  void add(JavalinDefaultRouting routes) {
    routes.get("/api/v2/dags", request -> Answers.json(request, 200, list(request)));
    routes.get("/api/v2/dags/{dag_id}", request -> Answers.json(request, 200, one(request)));
    routes.patch("/api/v2/dags/{dag_id}", request -> Answers.json(request, 200, pause(request)));
    routes.get(
        "/api/v2/dags/{dag_id}/details", request -> Answers.json(request, 200, details(request)));
    routes.get(
        "/api/v2/dags/{dag_id}/tasks", request -> Answers.json(request, 200, tasks(request)));
  }

  private Map<String, Object> list(Context request) {
    List<Map<String, Object>> rows =
        engine.bag().dags().stream()
            .sorted(Comparator.comparing(DagDefinition::dagId))
            .map(dag -> DagRows.dag(dag, engine.entry(dag.dagId())))
            .toList();
    return new Query(request, rows)
        .when("paused", (row, wanted) -> row.get("is_paused").toString().equals(wanted))
        .when("last_dag_run_state", this::lastRunIs)
        .when("tags", (row, first) -> hasTags(row, request))
        .when("owners", (row, first) -> hasOwner(row, request.queryParams("owners")))
        .pattern("dag_id_pattern", "dag_id")
        .pattern("dag_display_name_pattern", "dag_display_name")
        .prefix("dag_id_prefix_pattern", "dag_id")
        .prefix("dag_display_name_prefix_pattern", "dag_display_name")
        .refuse("dag_run_", "has_", "asset_", "bundle_", "is_favorite", "timetable_type")
        .order(ORDER, Map.of("next_dagrun", "next_dagrun_logical_date"))
        .page("dags");
  }

  private boolean lastRunIs(Map<String, Object> row, String wanted) {
    String dagId = (String) row.get("dag_id");
    Optional<DagRun> last =
        engine.store().read(tables -> tables.runs().of(dagId, 1)).stream().findFirst();
    return last.filter(run -> run.state().text().equals(wanted)).isPresent();
  }

  private static boolean hasTags(Map<String, Object> row, Context request) {
    List<String> tags =
        ((List<?>) row.get("tags"))
            .stream().map(tag -> String.valueOf(((Map<?, ?>) tag).get("name"))).toList();
    List<String> wanted = request.queryParams("tags");
    return "all".equals(request.queryParam("tags_match_mode"))
        ? tags.containsAll(wanted)
        : wanted.stream().anyMatch(tags::contains);
  }

  private static boolean hasOwner(Map<String, Object> row, List<String> wanted) {
    return ((List<?>) row.get("owners")).stream().anyMatch(owner -> wanted.contains(owner));
  }

  private Map<String, Object> one(Context request) {
    DagDefinition dag = engine.dag(request.pathParam("dag_id"));
    return DagRows.dag(dag, engine.entry(dag.dagId()));
  }

  private Map<String, Object> details(Context request) {
    DagDefinition dag = engine.dag(request.pathParam("dag_id"));
    int active = engine.store().read(tables -> tables.runs().active(dag.dagId()));
    return DagRows.details(dag, engine.entry(dag.dagId()), active);
  }

  private Map<String, Object> pause(Context request) {
    List<String> mask = request.queryParams("update_mask");
    if (!mask.isEmpty() && !mask.equals(List.of("is_paused"))) {
      throw ApiError.badRequest("Only `is_paused` field can be updated through the REST API");
    }
    DagDefinition dag = engine.dag(request.pathParam("dag_id"));
    Body body = Body.read(request.body(), Map.of("is_paused", Body.Kind.TRUTH), "is_paused");
    return DagRows.dag(
        dag, Optional.of(engine.actions().pause(dag.dagId(), body.truth("is_paused", false))));
  }

  private Map<String, Object> tasks(Context request) {
    DagDefinition dag = engine.dag(request.pathParam("dag_id"));
    List<Map<String, Object>> rows =
        dag.tasks().stream()
            .map(task -> TaskDefinitionRows.task(dag, task))
            .sorted(Comparator.comparing(row -> (String) row.get("task_id")))
            .toList();
    Set<String> columns = rows.isEmpty() ? Set.of("task_id") : rows.get(0).keySet();
    List<Map<String, Object>> ordered = new Query(request, rows).order(columns, Map.of()).all();
    return Map.of("tasks", ordered, "total_entries", ordered.size());
  }
}
