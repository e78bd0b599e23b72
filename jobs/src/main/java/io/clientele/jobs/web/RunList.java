package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.web.ListQuery.Order;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of runs: filtered, sorted and cut into pages by the database. */
final class RunList {
  private static final Set<String> STATES = Set.of("queued", "running", "success", "failed");
  private static final String DURATION = "(ended_at - started_at)";
  private static final Map<String, Order> ORDER = order();

  private final Engine engine;

  RunList(Engine engine) {
    this.engine = engine;
  }

  private static Map<String, Order> order() {
    Map<String, Order> order = new HashMap<>();
    order.put("id", Order.column("run_after"));
    order.put("state", Order.column("state"));
    order.put("dag_id", Order.column("dag_id"));
    order.put("run_id", Order.column("run_id"));
    order.put("dag_run_id", Order.column("run_id"));
    order.put("logical_date", Order.number("logical_date"));
    order.put("run_after", Order.column("run_after"));
    order.put("start_date", Order.number("started_at"));
    order.put("end_date", Order.number("ended_at"));
    order.put("updated_at", Order.number("ended_at"));
    order.put("conf", Order.column("conf"));
    order.put("duration", Order.number(DURATION));
    return Map.copyOf(order);
  }

  Map<String, Object> answer(Context request) {
    List<DagDefinition> dags = engine.dags(request.pathParam("dag_id"));
    ListQuery query = new ListQuery(request);
    query.rows().in("dag_id", dags.stream().map(DagDefinition::dagId).toList());
    query
        .word("state", "state", STATES)
        .equal("run_type", "run_type")
        .dates("run_after", "run_after")
        .dates("logical_date", "logical_date")
        .dates("start_date", "started_at")
        .dates("end_date", "ended_at")
        .seconds("duration", DURATION)
        .pattern("run_id", "run_id")
        .pattern("dag_id", "dag_id")
        .pattern("triggering_user_name", "triggering_user")
        .refuse("updated_at_", "conf_contains", "dag_version", "bundle_version", "partition_")
        .refuse("consuming_asset")
        .order(ORDER, "run_after", "dag_id", "run_id");
    Map<String, RunRows> shapes =
        dags.stream().collect(Collectors.toMap(DagDefinition::dagId, engine::rows));
    Function<List<DagRun>, List<Map<String, Object>>> shape =
        runs -> runs.stream().map(run -> shapes.get(run.dagId()).run(run)).toList();
    return new Cursor(request)
        .answer(
            "dag_runs",
            slice -> engine.store().read(tables -> tables.runs().page(query.rows(), slice)),
            most -> engine.store().read(tables -> tables.runs().count(query.rows(), most)),
            shape);
  }
}
