package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.Pools;
import io.clientele.jobs.schedule.store.Schedulers;
import io.clientele.jobs.schedule.store.Tables;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.store.Variables;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Version, health, pools and variables. */
final class StateRoutes {
  /** The release of Airflow whose interface this is. */
  private static final String VERSION = "3.3.2";

  private final Engine engine;

  StateRoutes(Engine engine) {
    this.engine = engine;
  }

  void add(JavalinDefaultRouting routes) {
    routes.get("/api/v2/version", request -> Answers.json(request, 200, version()));
    routes.get("/api/v2/monitor/health", request -> Answers.json(request, 200, health()));
    routes.get("/api/v2/pools", request -> Answers.json(request, 200, pools(request)));
    routes.get("/api/v2/variables", request -> Answers.json(request, 200, variables(request)));
  }

  private static Map<String, Object> version() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("version", VERSION);
    answer.put("git_version", null);
    return answer;
  }

  /** Triggerer and DAG processor are Airflow's own; here is none, and the scheduler reads files. */
  private Map<String, Object> health() {
    Optional<Instant> beat =
        engine.store().read(tables -> tables.schedulers().all()).stream()
            .map(Schedulers.Entry::heartbeatAt)
            .max(Comparator.naturalOrder());
    Instant oldest = engine.clock().instant().minus(engine.settings().staleAfter());
    boolean isAlive = beat.filter(at -> at.isAfter(oldest)).isPresent();
    Map<String, Object> scheduler = new LinkedHashMap<>();
    scheduler.put("status", isAlive ? "healthy" : "unhealthy");
    scheduler.put("latest_scheduler_heartbeat", beat.orElse(null));
    Map<String, Object> triggerer = new LinkedHashMap<>();
    triggerer.put("status", null);
    triggerer.put("latest_triggerer_heartbeat", null);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("metadatabase", Map.of("status", "healthy"));
    answer.put("scheduler", scheduler);
    answer.put("triggerer", triggerer);
    answer.put("dag_processor", null);
    return answer;
  }

  private Map<String, Object> pools(Context request) {
    List<Map<String, Object>> rows =
        engine
            .store()
            .read(tables -> tables.pools().all().stream().map(pool -> pool(tables, pool)).toList());
    return new Query(request, rows)
        .pattern("pool_name_pattern", "name")
        .prefix("pool_name_prefix_pattern", "name")
        .order(Set.of("id", "pool", "name"), Map.of("id", "name", "pool", "name"))
        .page("pools");
  }

  private Map<String, Object> pool(Tables tables, Pools.Pool pool) {
    int running =
        slots(tables, pool, TaskState.RUNNING) + slots(tables, pool, TaskState.RESTARTING);
    int queued = slots(tables, pool, TaskState.QUEUED);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", pool.name());
    row.put("slots", pool.slots());
    row.put("description", pool.description().orElse(null));
    row.put("include_deferred", false);
    row.put("occupied_slots", running + queued);
    row.put("running_slots", running);
    row.put("queued_slots", queued);
    row.put("scheduled_slots", slots(tables, pool, TaskState.SCHEDULED));
    row.put("open_slots", pool.slots() - running - queued);
    row.put("deferred_slots", 0);
    row.put("team_name", null);
    return row;
  }

  private int slots(Tables tables, Pools.Pool pool, TaskState state) {
    int slots = 0;
    for (TaskInstance task : tables.tasks().in(state)) {
      slots +=
          engine
              .bag()
              .find(task.dagId())
              .flatMap(dag -> dag.task(task.taskId()))
              .map(TaskDefinition::queueing)
              .filter(queueing -> queueing.pool().equals(pool.name()))
              .map(queueing -> queueing.slots())
              .orElse(0);
    }
    return slots;
  }

  private Map<String, Object> variables(Context request) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Variables.Variable variable : engine.store().read(tables -> tables.variables().all())) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("key", variable.name());
      row.put("value", variable.value());
      row.put("description", variable.description().orElse(null));
      row.put("is_encrypted", false);
      row.put("team_name", null);
      rows.add(row);
    }
    return new Query(request, rows)
        .pattern("variable_key_pattern", "key")
        .prefix("variable_key_prefix_pattern", "key")
        .order(Set.of("key", "id", "description", "is_encrypted"), Map.of("id", "key"))
        .page("variables");
  }
}
