package io.clientele.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.engine.SchedulerSettings;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.store.Variables;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import io.clientele.jobs.web.Client.Answer;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer is held against the document of a running Airflow (see {@link Client}). */
class ApiServerTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final String RUNS = "/api/v2/dags/{dag_id}/dagRuns";
  private static final String RUN = RUNS + "/{dag_run_id}";
  private static final String TASK = RUN + "/taskInstances/{task_id}";
  private static final String MANUAL = "manual__2026-03-01T00:00:00+00:00";

  private static final DagDefinition NIGHT =
      DagDefinition.dag(
              "night",
              new CronDataInterval(CronExpression.parse("0 3 * * *"), ZoneId.of("Europe/Berlin")))
          .description("the night")
          .startDate(Instant.parse("2026-01-01T00:00:00Z"))
          .zone(ZoneId.of("Europe/Berlin"))
          .tags(List.of("clientele"))
          .params(Map.of("region", "all"))
          .tasks(
              TaskDefinition.task("stage.a")
                  .bash("true")
                  .executionTimeout(Duration.ofHours(2))
                  .build(),
              TaskDefinition.task("b").bash("true").after("stage.a").build())
          .file("night.yaml")
          .build();
  private static final DagDefinition BY_HAND =
      DagDefinition.dag("by_hand", new Unscheduled())
          .tasks(TaskDefinition.task("t").build())
          .file("hand.yaml")
          .build();

  @TempDir private Path folder;
  private MetadataDatabase database;
  private SchedulerStore store;
  private ApiServer server;
  private Client client;

  @BeforeEach
  void start() {
    OpenApi document = OpenApi.shared();
    database = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder));
    store = new SchedulerStore(database);
    server =
        ApiServer.start(
            store,
            () -> List.of(NIGHT, BY_HAND),
            SchedulerSettings.defaults(folder.resolve("logs")),
            ApiSettings.local(0, Map.of("ada", "secret"), new byte[64]),
            Clock.fixed(NOW, ZoneOffset.UTC));
    client = new Client(server.port(), document);
    client.signIn("ada", "secret");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
      database.close();
    }
  }

  private Answer trigger(String body) {
    return client.post(RUNS, body, "night");
  }

  private void withTasks() {
    trigger(
        "{\"logical_date\": \"2026-03-01T00:00:00Z\", \"dag_run_id\": \"%s\"}".formatted(MANUAL));
    store.change(
        tables -> {
          tables.tasks().insert(TaskInstance.fresh("night", MANUAL, "b", 1));
          TaskInstance first = TaskInstance.fresh("night", MANUAL, "stage.a", 1).scheduled(NOW);
          tables.tasks().insert(first);
          tables
              .tasks()
              .save(
                  first
                      .queued(NOW)
                      .running(new TaskInstance.Worker("s", "host", Optional.of(7L)), NOW)
                      .ended(TaskState.FAILED, NOW.plusSeconds(3), Optional.of(1), "exit code 1"));
          tables.xcoms().push(first, "return_value", Map.of("rows", 3), NOW);
          tables.variables().set(new Variables.Variable("v", "1", Optional.empty()));
        });
  }

  @Test
  void refusesWhoHasNoToken() {
    client.forgetToken();
    assertThat(client.get("/api/v2/dags").status()).isEqualTo(401);
    client.signIn("ada", "wrong");
    assertThat(client.get("/api/v2/dags").status()).isEqualTo(401);
    assertThat(client.get("/api/v2/version").at("version").asText()).isEqualTo("3.3.2");
    assertThat(client.get("/api/v2/monitor/health").at("scheduler").path("status").asText())
        .isEqualTo("unhealthy");
  }

  @Test
  void listsFiltersAndPausesDags() {
    assertThat(client.get("/api/v2/dags").at("total_entries").asInt()).isEqualTo(2);
    assertThat(ids(client.get("/api/v2/dags?order_by=-dag_id&limit=1"), "dags", "dag_id"))
        .containsExactly("night");
    assertThat(ids(client.get("/api/v2/dags?tags=clientele"), "dags", "dag_id"))
        .containsExactly("night");
    assertThat(ids(client.get("/api/v2/dags?limit=0"), "dags", "dag_id")).isEmpty();
    assertThat(ids(client.get("/api/v2/dags?dag_id_prefix_pattern=nig"), "dags", "dag_id"))
        .containsExactly("night");
    assertThat(client.get("/api/v2/dags?dag_run_state=failed").status()).isEqualTo(422);
    assertThat(client.get("/api/v2/dags/{dag_id}", "none").status()).isEqualTo(404);
    Answer details = client.get("/api/v2/dags/{dag_id}/details", "night");
    assertThat(details.at("timezone").asText()).isEqualTo("Europe/Berlin");
    Answer open = client.patch("/api/v2/dags/{dag_id}", "{\"is_paused\": false}", "night");
    assertThat(open.at("is_paused").asBoolean()).isFalse();
    assertThat(ids(client.get("/api/v2/dags?paused=false"), "dags", "dag_id"))
        .containsExactly("night");
    assertThat(ids(client.get("/api/v2/dags/{dag_id}/tasks", "night"), "tasks", "task_id"))
        .containsExactly("b", "stage.a");
  }

  @Test
  void triggersWithTheIntervalThatTheTimetableGives() {
    Answer run = trigger("{\"logical_date\": \"2026-03-05T10:00:00+01:00\", \"conf\": {\"a\": 1}}");
    assertThat(run.status()).isEqualTo(200);
    assertThat(run.at("dag_run_id").asText()).isEqualTo("manual__2026-03-10T12:00:00+00:00");
    // As in Airflow 3.3.2: the interval is that of the date, but the run is due now and named so.
    assertThat(run.at("run_after").asText()).isEqualTo("2026-03-10T12:00:00Z");
    assertThat(run.at("data_interval_start").asText()).isEqualTo("2026-03-04T02:00:00Z");
    assertThat(run.at("data_interval_end").asText()).isEqualTo("2026-03-05T02:00:00Z");
    assertThat(run.at("triggered_by").asText()).isEqualTo("rest_api");
    assertThat(run.at("triggering_user_name").asText()).isEqualTo("ada");
    assertThat(run.at("state").asText()).isEqualTo("queued");
  }

  @Test
  void refusesWhatAirflowRefuses() {
    assertThat(trigger("{}").at("detail").get(0).path("type").asText()).isEqualTo("missing");
    assertThat(
            trigger("{\"logical_date\": null, \"x\": 1}").at("detail").get(0).path("type").asText())
        .isEqualTo("extra_forbidden");
    assertThat(trigger("{\"logical_date\": \"2026-03-05T10:00:00\"}").status()).isEqualTo(422);
    assertThat(trigger("{\"logical_date\": null, \"dag_run_id\": \"scheduled__x\"}").status())
        .isEqualTo(400);
    assertThat(trigger("{\"logical_date\": null, \"dag_run_id\": \"once\"}").status())
        .isEqualTo(200);
    Answer again = trigger("{\"logical_date\": null, \"dag_run_id\": \"once\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("detail").path("reason").asText()).isEqualTo("Unique constraint violation");
    assertThat(client.get(RUNS + "?order_by=colour", "night").status()).isEqualTo(400);
    assertThat(client.get(RUNS + "?limit=-1", "night").status()).isEqualTo(422);
  }

  @Test
  void listsRunsByStateDateAndPattern() {
    trigger("{\"logical_date\": \"2026-03-01T00:00:00Z\"}");
    trigger("{\"logical_date\": \"2026-03-02T00:00:00Z\", \"dag_run_id\": \"second\"}");
    assertThat(ids(client.get(RUNS + "?order_by=-logical_date", "~"), "dag_runs", "dag_run_id"))
        .containsExactly("second", "manual__2026-03-10T12:00:00+00:00");
    for (String offset : List.of("Z", ".000000%2B0000")) { // the second as Airflow's client writes
      String since = RUNS + "?logical_date_gte=2026-03-02T00:00:00" + offset;
      assertThat(ids(client.get(since, "night"), "dag_runs", "dag_run_id"))
          .containsExactly("second");
    }
    assertThat(ids(client.get(RUNS + "?run_id_pattern=sec%25", "night"), "dag_runs", "dag_run_id"))
        .containsExactly("second");
    assertThat(client.get(RUNS + "?state=success", "night").at("total_entries").asInt()).isZero();
  }

  @Test
  void readsRunsPageByPageForthAndBack() {
    for (int day = 1; day <= 5; day++) {
      trigger(
          "{\"logical_date\": \"2026-03-0%dT00:00:00Z\", \"dag_run_id\": \"r%d\"}"
              .formatted(day, day));
    }
    String path = RUNS + "?limit=2&order_by=-logical_date&cursor=";
    Answer first = client.get(path, "night");
    assertThat(ids(first, "dag_runs", "dag_run_id")).containsExactly("r5", "r4");
    assertThat(first.at("previous_cursor").isNull()).isTrue();
    assertThat(first.at("total_entries").asInt()).isEqualTo(5);
    assertThat(first.at("total_entries_limit").asInt()).isPositive();
    // Keys, not counts: a run that is deleted before the place shifts nothing.
    client.delete(RUN, "night", "r5");
    Answer second = client.get(path + first.at("next_cursor").asText(), "night");
    assertThat(ids(second, "dag_runs", "dag_run_id")).containsExactly("r3", "r2");
    Answer third = client.get(path + second.at("next_cursor").asText(), "night");
    assertThat(ids(third, "dag_runs", "dag_run_id")).containsExactly("r1");
    assertThat(third.at("next_cursor").isNull()).isTrue();
    Answer back = client.get(path + third.at("previous_cursor").asText(), "night");
    assertThat(ids(back, "dag_runs", "dag_run_id")).containsExactly("r3", "r2");
    assertThat(client.get(RUNS + "?cursor=nonsense", "night").status()).isEqualTo(400);
  }

  @Test
  void sortsNullsFirstAndFiltersByWhatTheDagSays() {
    withTasks();
    String list = RUN + "/taskInstances";
    assertThat(
            ids(
                client.get(list + "?order_by=start_date", "night", MANUAL),
                "task_instances",
                "task_id"))
        .containsExactly("b", "stage.a");
    assertThat(
            ids(
                client.get(list + "?order_by=-start_date&duration_gte=2.5", "~", "~"),
                "task_instances",
                "task_id"))
        .containsExactly("stage.a");
    assertThat(
            ids(
                client.get(list + "?operator=BashOperator&pool=default_pool", "~", "~"),
                "task_instances",
                "task_id"))
        .containsExactly("b", "stage.a");
    assertThat(
            ids(
                client.get(list + "?operator=EmptyOperator", "~", "~"),
                "task_instances",
                "task_id"))
        .isEmpty();
    assertThat(
            ids(client.get(list + "?task_group_id=stage", "~", "~"), "task_instances", "task_id"))
        .containsExactly("stage.a");
    assertThat(client.get(list + "?executor=x", "night", MANUAL).status()).isEqualTo(400);
    assertThat(client.get(list, "~", MANUAL).status()).isEqualTo(400);
  }

  @Test
  void changesOnlyWhatTheMaskNames() {
    withTasks();
    Answer noted =
        client.patch(
            RUN + "?update_mask=note",
            "{\"state\": \"failed\", \"note\": \"why\"}",
            "night",
            MANUAL);
    assertThat(noted.at("note").asText()).isEqualTo("why");
    assertThat(noted.at("state").asText()).isEqualTo("queued");
    assertThat(
            client
                .patch("/api/v2/dags/{dag_id}?update_mask=tags", "{\"is_paused\": true}", "night")
                .status())
        .isEqualTo(400);
  }

  @Test
  void setsNotesClearsAndDeletesARun() {
    withTasks();
    Answer failed =
        client.patch(RUN, "{\"state\": \"failed\", \"note\": \"why\"}", "night", MANUAL);
    assertThat(failed.at("state").asText()).isEqualTo("failed");
    assertThat(failed.at("note").asText()).isEqualTo("why");
    Answer dry = client.post(RUN + "/clear", "{}", "night", MANUAL);
    assertThat(dry.at("total_entries").asInt()).isEqualTo(2);
    Answer cleared = client.post(RUN + "/clear", "{\"dry_run\": false}", "night", MANUAL);
    assertThat(cleared.at("state").asText()).isEqualTo("queued");
    assertThat(client.delete(RUN, "night", MANUAL).status()).isEqualTo(204);
    assertThat(client.get(RUN, "night", MANUAL).status()).isEqualTo(404);
  }

  @Test
  void showsInstancesAttemptsAndXcom() {
    withTasks();
    Answer all = client.get(RUN + "/taskInstances", "night", MANUAL);
    assertThat(ids(all, "task_instances", "task_id")).containsExactly("b", "stage.a");
    assertThat(all.at("task_instances").get(0).path("state").isNull()).isTrue();
    Answer none = client.get(RUN + "/taskInstances?state=none", "night", MANUAL);
    assertThat(ids(none, "task_instances", "task_id")).containsExactly("b");
    assertThat(client.get(RUN + "/taskInstances?state=odd", "night", MANUAL).status())
        .isEqualTo(422);
    Answer task = client.get(TASK, "night", MANUAL, "stage.a");
    assertThat(task.at("duration").asDouble()).isEqualTo(3.0);
    assertThat(client.get(TASK + "/tries", "night", MANUAL, "stage.a").at("total_entries").asInt())
        .isEqualTo(1);
    Answer xcom =
        client.get(TASK + "/xcomEntries/{xcom_key}", "night", MANUAL, "stage.a", "return_value");
    assertThat(xcom.at("value").path("rows").asInt()).isEqualTo(3);
    assertThat(client.get(TASK, "night", MANUAL, "nobody").status()).isEqualTo(404);
  }

  @Test
  void setsAndClearsTasks() {
    withTasks();
    Answer set =
        client.patch(TASK, "{\"new_state\": \"success\", \"note\": \"n\"}", "night", MANUAL, "b");
    assertThat(set.at("task_instances").get(0).path("state").asText()).isEqualTo("success");
    assertThat(set.at("task_instances").get(0).path("note").asText()).isEqualTo("n");
    String clear = "/api/v2/dags/{dag_id}/clearTaskInstances";
    Answer dry = client.post(clear, "{\"dag_run_id\": \"%s\"}".formatted(MANUAL), "night");
    assertThat(ids(dry, "task_instances", "task_id")).containsExactly("stage.a");
    Answer done =
        client.post(
            clear,
            "{\"dag_run_id\": \"%s\", \"dry_run\": false, \"include_downstream\": true,"
                    .formatted(MANUAL)
                + " \"only_failed\": false, \"task_ids\": [\"stage.a\"]}",
            "night");
    assertThat(done.at("task_instances").get(0).path("state").isNull()).isTrue();
    assertThat(
            client
                .post(
                    clear,
                    "{\"dag_run_id\": \"x\", \"start_date\": \"2026-01-01T00:00:00Z\"}",
                    "night")
                .status())
        .isEqualTo(422);
  }

  @Test
  void givesTheLogOfAnAttemptAsJsonAndAsLines() throws IOException {
    withTasks();
    Path log =
        folder.resolve("logs/dag_id=night/run_id=" + MANUAL + "/task_id=stage.a/attempt=1.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "one\ntwo\n");
    String path = TASK + "/logs/{try_number}";
    Answer json = client.get(path, "night", MANUAL, "stage.a", 1);
    assertThat(json.at("content").get(1).path("event").asText()).isEqualTo("two");
    assertThat(client.get(path, "night", MANUAL, "stage.a", 2).status()).isEqualTo(404);
    String plain =
        "/api/v2/dags/night/dagRuns/"
            + MANUAL.replace("+", "%2B")
            + "/taskInstances/stage.a/logs/1";
    assertThat(client.send("GET", plain, "", Optional.empty(), "application/x-ndjson").text())
        .isEqualTo("{\"event\":\"one\"}\n{\"event\":\"two\"}\n");
    assertThat(client.send("GET", plain, "", Optional.empty(), "text/html").status())
        .isEqualTo(406);
  }

  @Test
  void makesPausesAndCancelsABackfill() {
    String body =
        "{\"dag_id\": \"%s\", \"from_date\": \"2026-03-01T00:00:00Z\", \"to_date\":"
            + " \"2026-03-03T00:00:00Z\"}";
    String night = body.formatted("night");
    assertThat(client.post("/api/v2/backfills/dry_run", night).at("total_entries").asInt())
        .isEqualTo(2);
    Answer made = client.post("/api/v2/backfills", night);
    assertThat(made.at("reprocess_behavior").asText()).isEqualTo("none");
    assertThat(client.post("/api/v2/backfills", night).status()).isEqualTo(409);
    assertThat(client.post("/api/v2/backfills", body.formatted("by_hand")).status()).isEqualTo(422);
    int id = made.at("id").asInt();
    assertThat(client.put("/api/v2/backfills/{backfill_id}/pause", id).at("is_paused").asBoolean())
        .isTrue();
    assertThat(client.put("/api/v2/backfills/{backfill_id}/cancel", id).status()).isEqualTo(200);
    assertThat(client.put("/api/v2/backfills/{backfill_id}/cancel", id).status()).isEqualTo(409);
    assertThat(client.get("/api/v2/backfills?dag_id=night").at("total_entries").asInt())
        .isEqualTo(1);
    assertThat(client.get("/api/v2/backfills").status()).isEqualTo(422);
    assertThat(client.get(RUNS + "?run_type=backfill", "night").at("total_entries").asInt())
        .isEqualTo(2);
  }

  @Test
  void showsPoolsAndVariables() {
    withTasks();
    assertThat(ids(client.get("/api/v2/pools"), "pools", "name")).contains("default_pool");
    assertThat(ids(client.get("/api/v2/variables"), "variables", "key")).containsExactly("v");
  }

  private static List<String> ids(Answer answer, String list, String key) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<String> ids = new java.util.ArrayList<>();
    answer.at(list).forEach(row -> ids.add(row.path(key).asText()));
    return ids;
  }
}
