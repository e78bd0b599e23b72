package io.clientele.jobs.schedule.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BackfillPlanTest {
  private static final Timetable DAILY =
      new CronDataInterval(CronExpression.parse("@daily"), ZoneOffset.UTC);

  private static BackfillPlan plan(String from, String to, boolean backwards) {
    return new BackfillPlan(Instant.parse(from), Instant.parse(to), backwards, Reprocess.COMPLETED);
  }

  @Test
  void onlyIntervalsThatAreOverAreRun() {
    // on the 5th at midnight the interval of the 4th has just ended, which is not before now
    BackfillPlan plan = plan("2026-05-02T00:00:00Z", "2026-05-09T00:00:00Z", false);
    assertThat(plan.runs(DAILY, Instant.parse("2026-05-05T00:00:00Z")))
        .extracting(RunDates::logicalDate)
        .containsExactly(
            Instant.parse("2026-05-02T00:00:00Z"), Instant.parse("2026-05-03T00:00:00Z"));
  }

  @Test
  void bothDatesAreIncludedAndBackwardsTurnsTheOrder() {
    BackfillPlan plan = plan("2026-05-02T00:00:00Z", "2026-05-03T00:00:00Z", true);
    assertThat(plan.runs(DAILY, Instant.parse("2026-06-01T00:00:00Z")))
        .extracting(RunDates::logicalDate)
        .containsExactly(
            Instant.parse("2026-05-03T00:00:00Z"), Instant.parse("2026-05-02T00:00:00Z"));
  }

  @Test
  void aStretchWithoutARunIsRefused() {
    BackfillPlan plan = plan("2026-05-02T01:00:00Z", "2026-05-02T02:00:00Z", false);
    assertThatThrownBy(() -> plan.runs(DAILY, Instant.parse("2026-06-01T00:00:00Z")))
        .hasMessage(
            "Cannot backfill: no run lies between 2026-05-02T01:00:00Z and 2026-05-02T02:00:00Z;"
                + " choose a longer stretch.");
  }
}
