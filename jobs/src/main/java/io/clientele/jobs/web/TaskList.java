package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.RowQuery;
import io.clientele.jobs.schedule.store.RowQuery.Sql;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.web.ListQuery.Order;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of task instances: filtered, sorted and cut into pages by the database. What only a DAG
 * file says (operator, pool) is turned into the tasks of which it says so.
 */
final class TaskList {
  private static final Set<String> STATES =
      Stream.of(TaskState.values()).map(TaskState::text).collect(Collectors.toSet());
  private static final String DURATION = "(t.ended_at - t.started_at)";

  private final Engine engine;

  TaskList(Engine engine) {
    this.engine = engine;
  }

  Map<String, Object> answer(Context request) {
    List<DagDefinition> dags = engine.dags(request.pathParam("dag_id"));
    ListQuery query = new ListQuery(request);
    query.rows().in("t.dag_id", dags.stream().map(DagDefinition::dagId).toList());
    String runId = request.pathParam("dag_run_id");
    if (!runId.equals("~")) {
      query.rows().in("t.run_id", List.of(run(request).runId()));
    }
    filter(request, query, dags);
    query.order(order(dags), "r.run_after", "t.dag_id", "t.run_id", "t.task_id");
    return new Cursor(request)
        .answer(
            "task_instances",
            slice -> engine.store().read(tables -> tables.tasks().page(query.rows(), slice)),
            most -> engine.store().read(tables -> tables.tasks().count(query.rows(), most)),
            tasks -> shaped(dags, tasks));
  }

  private DagRun run(Context request) {
    if (request.pathParam("dag_id").equals("~")) {
      throw ApiError.badRequest("dag_id is required when dag_run_id is specified");
    }
    return RunRoutes.run(engine, request);
  }

  private static void filter(Context request, ListQuery query, List<DagDefinition> dags) {
    query
        .word("state", "t.state", STATES)
        .equal("task_id", "t.task_id")
        .number("try_number", "t.try_number")
        .dates("run_after", "r.run_after")
        .dates("logical_date", "r.logical_date")
        .dates("start_date", "t.started_at")
        .dates("end_date", "t.ended_at")
        .seconds("duration", DURATION)
        .pattern("task_display_name", "t.task_id")
        .pattern("dag_id", "t.dag_id")
        .pattern("run_id", "t.run_id")
        .refuse("updated_at_", "executor", "version_number", "map_index", "rendered_map_index_")
        .refuse("queue", "pool_name_", "operator_name_");
    defined(request, query.rows(), dags, "pool", task -> task.queueing().pool());
    defined(request, query.rows(), dags, "operator", TaskDefinition::operatorName);
    String group = request.queryParam("task_group_id");
    if (group != null) {
      query.rows().where(Sql.of("SUBSTR(t.task_id, 1, ?) = ?", group.length() + 1, group + "."));
    }
  }

  private static void defined(
      Context request,
      RowQuery rows,
      List<DagDefinition> dags,
      String parameter,
      Function<TaskDefinition, String> value) {
    List<String> wanted = request.queryParams(parameter);
    if (!wanted.isEmpty()) {
      rows.where(tasks(dags, task -> wanted.contains(value.apply(task))));
    }
  }

  /** A condition that holds for the tasks of which something is true. */
  private static Sql tasks(List<DagDefinition> dags, Predicate<TaskDefinition> condition) {
    List<String> texts = new ArrayList<>(List.of("1 = 0"));
    List<Object> values = new ArrayList<>();
    for (DagDefinition dag : dags) {
      for (TaskDefinition task : dag.tasks().stream().filter(condition).toList()) {
        texts.add("t.dag_id = ? AND t.task_id = ?");
        values.addAll(List.of(dag.dagId(), task.taskId()));
      }
    }
    return new Sql("(" + String.join(" OR ", texts) + ")", values);
  }

  private static Map<String, Order> order(List<DagDefinition> dags) {
    Map<String, Order> order = new HashMap<>();
    order.put("id", Order.column("t.attempt_id"));
    order.put("state", Order.column("t.state"));
    order.put("duration", Order.number(DURATION));
    order.put("start_date", Order.number("t.started_at"));
    order.put("end_date", Order.number("t.ended_at"));
    order.put("map_index", Order.none());
    order.put("rendered_map_index", Order.none());
    order.put("try_number", Order.column("t.try_number"));
    order.put("logical_date", Order.number("r.logical_date"));
    order.put("run_after", Order.column("r.run_after"));
    order.put("data_interval_start", Order.number("r.interval_start"));
    order.put("data_interval_end", Order.number("r.interval_end"));
    Sql bash = tasks(dags, task -> task.bash().isPresent());
    Sql name = new Sql("CASE WHEN " + bash.text() + " THEN 0 ELSE 1 END", bash.values());
    order.put("operator", (rows, isDescending) -> rows.orderBy(name, isDescending));
    return order;
  }

  private List<Map<String, Object>> shaped(List<DagDefinition> dags, List<TaskInstance> tasks) {
    Map<String, RunRows> shapes =
        dags.stream().collect(Collectors.toMap(DagDefinition::dagId, engine::rows));
    Map<List<String>, DagRun> runs = new HashMap<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TaskInstance task : tasks) {
      DagRun run =
          runs.computeIfAbsent(
              List.of(task.dagId(), task.runId()),
              key -> engine.store().read(t -> t.runs().find(key.get(0), key.get(1))).orElseThrow());
      rows.add(shapes.get(task.dagId()).instance(run, task));
    }
    return rows;
  }
}
