package io.clientele.jobs.schedule.state;

import static io.clientele.jobs.schedule.state.RunOutcome.Reason.ALL_TASKS_DEADLOCKED;
import static io.clientele.jobs.schedule.state.RunOutcome.Reason.NONE;
import static io.clientele.jobs.schedule.state.RunOutcome.Reason.TASK_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunSnapshotTest {
  private static final TaskGraph TWO = new TaskGraph(Map.of("a", List.of(), "b", List.of("a")));

  private static RunSnapshot snapshot(
      TriggerRule rule, TaskState a, TaskState b, Set<String> held) {
    return new RunSnapshot(
        TWO, Map.of("a", TriggerRule.ALL_SUCCESS, "b", rule), Map.of("a", a, "b", b), held);
  }

  @Test
  void aLeafThatFailedFailsTheRun() {
    assertThat(
            snapshot(TriggerRule.ALL_SUCCESS, TaskState.FAILED, TaskState.UPSTREAM_FAILED, Set.of())
                .outcome())
        .isEqualTo(new RunOutcome(RunState.FAILED, TASK_FAILURE));
  }

  @Test
  void aTaskThatCanNeverStartFailsTheRunUnlessItWaitsForSomethingOutside() {
    // removed is finished and neither a success nor a failure: all_success waits for ever
    RunSnapshot stuck =
        snapshot(TriggerRule.ALL_SUCCESS, TaskState.REMOVED, TaskState.NONE, Set.of());
    assertThat(stuck.outcome()).isEqualTo(new RunOutcome(RunState.FAILED, ALL_TASKS_DEADLOCKED));
    RunSnapshot held =
        snapshot(TriggerRule.ALL_SUCCESS, TaskState.REMOVED, TaskState.NONE, Set.of("b"));
    assertThat(held.outcome()).isEqualTo(new RunOutcome(RunState.RUNNING, NONE));
  }

  @Test
  void aTaskWithoutAnInstanceCountsAsNotYetRun() {
    RunSnapshot missing =
        new RunSnapshot(
            TWO,
            Map.of("a", TriggerRule.ALL_SUCCESS, "b", TriggerRule.ALL_SUCCESS),
            Map.of("a", TaskState.SUCCESS),
            Set.of());
    assertThat(missing.verdict("b")).isEqualTo(Verdict.RUN);
    assertThat(missing.outcome().state()).isEqualTo(RunState.RUNNING);
  }
}
