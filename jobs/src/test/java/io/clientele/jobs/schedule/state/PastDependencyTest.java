package io.clientele.jobs.schedule.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.state.PastDependency.PreviousRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastDependencyTest {
  @Test
  void aNewTaskMayMissInThePreviousRun() {
    PreviousRun before = new PreviousRun(Optional.empty(), List.of(), false);
    assertThat(new PastDependency(true, false, true).isMet(Optional.of(before), false)).isTrue();
    assertThat(new PastDependency(true, false, false).isMet(Optional.of(before), false)).isFalse();
  }

  @Test
  void aTaskThatMissesInThePreviousRunButRanBeforeWaits() {
    PreviousRun before = new PreviousRun(Optional.empty(), List.of(), true);
    assertThat(new PastDependency(true, false, true).isMet(Optional.of(before), false)).isFalse();
  }
}
