package io.clientele.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A week after 1 January ends on the 8th, the next on the 15th. */
class RetrainingSpansTest {
  private static final LocalDate TRAINED = LocalDate.of(2026, 1, 1);

  @Test
  void theNightInWhichAWeekEndsIsDueAndTheOnesBetweenAreNot() {
    assertThat(isDue(6, 7)).isFalse();
    assertThat(isDue(7, 8)).isTrue();
    assertThat(isDue(8, 9)).isFalse();
    assertThat(isDue(14, 15)).isTrue();
  }

  @Test
  void theSameNightAgainIsNotDueAndAWeekThatNoNightSawIs() {
    assertThat(isDue(8, 8)).isFalse();
    assertThat(isDue(5, 21)).isTrue();
  }

  @Test
  void aNightBeforeTheTrainingIsNeverDue() {
    LocalDate earlier = TRAINED.minusDays(30);
    assertThat(new RetrainingSpans(7).isDue(TRAINED, Optional.empty(), earlier)).isFalse();
  }

  private static boolean isDue(int dayBefore, int day) {
    LocalDate january = TRAINED.withDayOfMonth(1);
    return new RetrainingSpans(7)
        .isDue(TRAINED, Optional.of(january.plusDays(dayBefore - 1L)), january.plusDays(day - 1L));
  }
}
