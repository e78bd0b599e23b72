package io.clientele.jobs.schedule.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.state.Branching;
import io.clientele.jobs.schedule.state.RunSnapshot;
import io.clientele.jobs.schedule.state.TaskGraph;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.state.TriggerRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plays a run through: every task that may run does at once what its case says. */
final class Propagation {
  private final JsonNode tasks;
  private final TaskGraph graph;
  private final Map<String, TriggerRule> rules = new LinkedHashMap<>();
  final Map<String, TaskState> states = new TreeMap<>();
  final Set<String> executed = new TreeSet<>();

  Propagation(JsonNode tasks) {
    this.tasks = tasks;
    this.graph = graph(tasks);
    for (Map.Entry<String, JsonNode> task : tasks.properties()) {
      String rule = task.getValue().get("trigger_rule").asText();
      rules.put(task.getKey(), TriggerRule.valueOf(rule.toUpperCase(Locale.ROOT)));
      states.put(task.getKey(), TaskState.of(task.getValue().path("state").asText("none")));
    }
  }

  static TaskGraph graph(JsonNode tasks) {
    Map<String, List<String>> upstreams = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> task : tasks.properties()) {
      List<String> upstream = new ArrayList<>();
      task.getValue().get("upstream").forEach(one -> upstream.add(one.asText()));
      upstreams.put(task.getKey(), upstream);
    }
    return new TaskGraph(upstreams);
  }

  RunSnapshot snapshot() {
    return new RunSnapshot(graph, rules, states, Set.of());
  }

  void run() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (String task : graph.tasks()) {
        moved |= states.get(task) == TaskState.NONE && moves(task);
      }
    }
  }

  private boolean moves(String task) {
    switch (snapshot().verdict(task)) {
      case WAIT -> {
        return false;
      }
      case SKIP -> states.put(task, TaskState.SKIPPED);
      case UPSTREAM_FAIL -> states.put(task, TaskState.UPSTREAM_FAILED);
      case RUN -> execute(task, tasks.get(task).get("outcome"));
    }
    return true;
  }

  private void execute(String task, JsonNode outcome) {
    executed.add(task);
    if (outcome.isTextual()) {
      states.put(task, TaskState.of(outcome.asText()));
      return;
    }
    states.put(task, TaskState.SUCCESS);
    if (outcome.has("branch")) {
      List<String> chosen = new ArrayList<>();
      outcome.get("branch").forEach(one -> chosen.add(one.asText()));
      skip(Branching.notChosen(graph, task, chosen));
    } else if (outcome.has("short_circuit")) {
      if (!outcome.get("short_circuit").asBoolean()) {
        boolean ignore = outcome.get("ignore_downstream_trigger_rules").asBoolean();
        skip(Branching.shortCircuited(graph, task, ignore));
      }
    } else {
      throw new AssertionError("unknown case shape: outcome " + outcome);
    }
  }

  private void skip(Set<String> skipped) {
    skipped.forEach(task -> states.put(task, TaskState.SKIPPED));
  }
}
