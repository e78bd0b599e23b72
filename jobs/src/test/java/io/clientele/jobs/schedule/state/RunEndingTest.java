package io.clientele.jobs.schedule.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunEndingTest {
  @Test
  void theDagPausesWhenTheNewestRunsAllFailed() {
    List<RunState> runs = List.of(RunState.FAILED, RunState.FAILED, RunState.SUCCESS);
    assertThat(FailedInARow.isReached(runs, 2)).isTrue();
    assertThat(FailedInARow.isReached(runs, 3)).isFalse();
    assertThat(FailedInARow.isReached(runs, 4)).isFalse();
    assertThat(FailedInARow.isReached(runs, 0)).isFalse();
  }

  @Test
  void settingARunSetsWhatRunsAndSkipsWhatWaits() {
    assertThat(Clearing.whenRunIsSet(TaskState.RUNNING, RunState.FAILED))
        .isEqualTo(TaskState.FAILED);
    assertThat(Clearing.whenRunIsSet(TaskState.QUEUED, RunState.SUCCESS))
        .isEqualTo(TaskState.SKIPPED);
    assertThat(Clearing.whenRunIsSet(TaskState.FAILED, RunState.SUCCESS))
        .isEqualTo(TaskState.FAILED);
  }

  @Test
  void clearingWithoutResettingLeavesTheRunAsItEnded() {
    assertThat(Clearing.run(RunState.FAILED, false)).isEqualTo(RunState.FAILED);
    assertThat(Clearing.run(RunState.FAILED, true)).isEqualTo(RunState.QUEUED);
  }
}
