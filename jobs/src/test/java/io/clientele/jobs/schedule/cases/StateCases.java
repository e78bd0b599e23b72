package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.state.Clearing;
import io.clientele.jobs.schedule.state.PastDependency;
import io.clientele.jobs.schedule.state.PastDependency.PreviousRun;
import io.clientele.jobs.schedule.state.PoolQueue;
import io.clientele.jobs.schedule.state.PoolQueue.Waiting;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.RunTimeout;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.state.WeightRule;
import io.clientele.jobs.schedule.state.Weights;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** states.json: runs, propagation, past dependency, timeout, weights, pools, clear, backfill. */
final class StateCases implements CaseFile {
  @Override
  public String format() {
    return "airflow-state-cases/1";
  }

  @Override
  public void check(Case one) {
    switch (one.text("kind")) {
      case "derive" -> runIs(one, new Propagation(one.value("tasks")));
      case "propagate" -> propagate(one);
      case "past_dependency" -> pastDependency(one);
      case "dagrun_timeout" -> timeout(one);
      case "priority_weight" -> weights(one);
      case "pool" -> pool(one);
      case "clear" -> clear(one);
      case "backfill" -> BackfillCases.check(one);
      default -> throw one.unknown("kind");
    }
  }

  private static void runIs(Case one, Propagation run) {
    assertThat(run.snapshot().outcome().state())
        .isEqualTo(RunState.of(one.text("expected_dag_run_state")));
  }

  private static void propagate(Case one) {
    Propagation run = new Propagation(one.value("tasks"));
    run.run();
    Map<String, TaskState> expected = states(one.value("expected_states"));
    assertThat(run.states).isEqualTo(expected);
    TreeSet<String> executed = new TreeSet<>();
    one.value("expected_executed").forEach(task -> executed.add(task.asText()));
    assertThat(run.executed).isEqualTo(executed);
    runIs(one, run);
  }

  private static Map<String, TaskState> states(JsonNode node) {
    Map<String, TaskState> states = new TreeMap<>();
    node.properties()
        .forEach(task -> states.put(task.getKey(), TaskState.of(task.getValue().asText())));
    return states;
  }

  private static void pastDependency(Case one) {
    PastDependency dependency =
        new PastDependency(
            one.value("depends_on_past").asBoolean(),
            one.value("wait_for_downstream").asBoolean(),
            one.value("ignore_first_depends_on_past").asBoolean());
    List<TaskState> downstreams = new ArrayList<>();
    one.value("previous_run_direct_downstream_states")
        .forEach(state -> downstreams.add(TaskState.of(state.asText())));
    Optional<PreviousRun> previous =
        one.optional("previous_run_task_state")
            .map(state -> TaskState.of(state.asText()))
            .map(state -> new PreviousRun(Optional.of(state), downstreams, true));
    // Catchup decides which run is the previous one; the case has chosen it already.
    assertThat(one.value("catchup").isBoolean()).isTrue();
    boolean met = dependency.isMet(previous, one.value("first_run_of_backfill").asBoolean());
    assertThat(met ? "run" : "wait").isEqualTo(one.text("expected"));
  }

  private static void timeout(Case one) {
    Duration timeout = Duration.ofSeconds(one.value("dagrun_timeout_seconds").asLong());
    boolean over = RunTimeout.isOver(one.instant("run_start"), timeout, one.instant("now"));
    Map<String, TaskState> states = states(one.value("task_states"));
    if (over) {
      states.replaceAll((task, state) -> RunTimeout.afterwards(state));
    }
    assertThat(over ? "failed" : "running").isEqualTo(one.text("expected_dag_run_state"));
    assertThat(states).isEqualTo(states(one.value("expected_task_states")));
  }

  private static void weights(Case one) {
    JsonNode tasks = one.value("tasks");
    Map<String, Integer> own = new LinkedHashMap<>();
    tasks
        .properties()
        .forEach(task -> own.put(task.getKey(), task.getValue().get("priority_weight").asInt()));
    Weights weights = new Weights(Propagation.graph(tasks), own);
    WeightRule rule = WeightRule.valueOf(one.text("weight_rule").toUpperCase(Locale.ROOT));
    Map<String, Integer> effective = new LinkedHashMap<>();
    own.keySet().forEach(task -> effective.put(task, weights.effective(task, rule)));
    Map<String, Integer> expected = new LinkedHashMap<>();
    one.value("expected_effective_weight")
        .properties()
        .forEach(task -> expected.put(task.getKey(), task.getValue().asInt()));
    assertThat(effective).isEqualTo(expected);
  }

  private static void pool(Case one) {
    List<Waiting<String>> queue = new ArrayList<>();
    for (JsonNode task : one.value("queue")) {
      queue.add(
          new Waiting<>(
              task.get("task").asText(),
              task.get("effective_weight").asInt(),
              task.get("pool_slots").asInt(),
              Optional.of(
                  LocalDate.parse(task.get("logical_date").asText())
                      .atStartOfDay(ZoneOffset.UTC)
                      .toInstant())));
    }
    int open = one.value("pool_slots").asInt() - one.value("running_slots").asInt();
    List<String> expected = new ArrayList<>();
    one.value("expected_started").forEach(task -> expected.add(task.asText()));
    assertThat(PoolQueue.starting(queue, open).stream().map(Waiting::key)).isEqualTo(expected);
  }

  private static void clear(Case one) {
    int maxTries = one.value("retries").asInt();
    Clearing.Cleared cleared =
        Clearing.task(
            TaskState.of(one.text("task_state")),
            one.value("try_number").asInt(),
            maxTries,
            one.value("retries").asInt());
    int expectedTries = one.optional("expected_max_tries").map(JsonNode::asInt).orElse(maxTries);
    assertThat(cleared)
        .isEqualTo(
            new Clearing.Cleared(TaskState.of(one.text("expected_task_state")), expectedTries));
    one.value("expected_max_tries");
    RunState run = RunState.of(one.text("dag_run_state"));
    assertThat(Clearing.run(run, one.value("reset_dag_runs").asBoolean()))
        .isEqualTo(RunState.of(one.text("expected_dag_run_state")));
  }
}
