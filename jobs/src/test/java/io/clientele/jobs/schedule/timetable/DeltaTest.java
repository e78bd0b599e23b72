package io.clientele.jobs.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeltaTest {
  private static final Delta MONTH = Delta.calendar(Period.ofMonths(1), Duration.ZERO);

  @Test
  void printsAsPythonDoes() {
    assertThat(Delta.exact(Duration.ofHours(6))).hasToString("6:00:00");
    assertThat(Delta.exact(Duration.ofHours(25))).hasToString("1 day, 1:00:00");
    assertThat(Delta.exact(Duration.ofDays(7))).hasToString("7 days, 0:00:00");
    assertThat(MONTH).hasToString("relativedelta(months=+1)");
    assertThat(Delta.calendar(Period.of(1, 0, 2), Duration.ofMinutes(90)))
        .hasToString("relativedelta(years=+1, days=+2, hours=+1, minutes=+30)");
  }

  @Test
  void aStepThatLeadsNowhereIsRefused() {
    assertThatThrownBy(() -> new DeltaTrigger(Delta.ZERO, Delta.ZERO))
        .hasMessage("Cannot schedule every 0:00:00: the step leads nowhere; give a positive one.");
  }

  @Test
  void withoutCatchupMonthsAreCountedFromTheStartDate() {
    // 15 Jan, 15 Feb … 15 May: on 1 June the newest complete month is 15 April to 15 May
    Restriction restriction =
        new Restriction(
            Optional.of(Instant.parse("2025-01-15T00:00:00Z")), Optional.empty(), false);
    Instant now = Instant.parse("2025-06-01T00:00:00Z");
    RunDates run =
        new DeltaDataInterval(MONTH).next(Optional.empty(), restriction, now).orElseThrow();
    assertThat(run.interval())
        .isEqualTo(
            new DataInterval(
                Instant.parse("2025-04-15T00:00:00Z"), Instant.parse("2025-05-15T00:00:00Z")));
  }
}
