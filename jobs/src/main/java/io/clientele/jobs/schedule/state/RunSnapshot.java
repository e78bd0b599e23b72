package io.clientele.jobs.schedule.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run at one moment: the graph, the rules, and how every task stands.
 *
 * @param held tasks that may wait for something outside this run: the past, or their own limit
 */
public record RunSnapshot(
    TaskGraph graph,
    Map<String, TriggerRule> rules,
    Map<String, TaskState> states,
    Set<String> held) {
  public RunSnapshot {
    rules = Map.copyOf(rules);
    states = Map.copyOf(states);
    held = Set.copyOf(held);
  }

  /** What the rule of a task says now. */
  public Verdict verdict(String task) {
    Collection<TaskState> upstream =
        graph.upstream(task).stream().map(one -> states.getOrDefault(one, TaskState.NONE)).toList();
    return rules.get(task).verdict(upstream);
  }

  private List<String> unfinished() {
    return graph.tasks().stream().filter(task -> !state(task).isFinished()).toList();
  }

  private TaskState state(String task) {
    return states.getOrDefault(task, TaskState.NONE);
  }

  /** What the run has come to. */
  public RunOutcome outcome() {
    List<String> unfinished = unfinished();
    if (unfinished.isEmpty()) {
      boolean failed = graph.leaves().stream().anyMatch(leaf -> state(leaf).isFailure());
      return failed
          ? RunOutcome.failed(RunOutcome.Reason.TASK_FAILURE)
          : RunOutcome.of(RunState.SUCCESS);
    }
    return unfinished.stream().anyMatch(this::mayMove)
        ? RunOutcome.of(RunState.RUNNING)
        : RunOutcome.failed(RunOutcome.Reason.ALL_TASKS_DEADLOCKED);
  }

  /** Whether a task that is not finished is under way, waits for others, or can be decided. */
  private boolean mayMove(String task) {
    return !state(task).isSchedulable() || held.contains(task) || verdict(task) != Verdict.WAIT;
  }
}
