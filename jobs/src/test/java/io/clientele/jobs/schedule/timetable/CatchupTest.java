package io.clientele.jobs.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The consequences that specification 2.4 names, one each. */
class CatchupTest {
  private static final Timetable DAILY =
      new CronDataInterval(CronExpression.parse("@daily"), ZoneOffset.UTC);

  private static Optional<DataInterval> first(String start, String end, String now, boolean owed) {
    Restriction restriction =
        new Restriction(
            Optional.of(Instant.parse(start)), Optional.ofNullable(end).map(Instant::parse), owed);
    return DAILY.next(Optional.empty(), restriction, Instant.parse(now)).map(RunDates::interval);
  }

  private static DataInterval interval(String start, String end) {
    return new DataInterval(Instant.parse(start), Instant.parse(end));
  }

  @Test
  void withoutCatchupTheNewestCompleteIntervalIsStillOwed() {
    assertThat(first("2020-01-01T00:00:00Z", null, "2026-05-05T12:00:00Z", false))
        .contains(interval("2026-05-04T00:00:00Z", "2026-05-05T00:00:00Z"));
  }

  @Test
  void aStartWithinThePeriodDelaysTheFirstRunByTwoPeriods() {
    assertThat(first("2026-05-05T10:00:00Z", null, "2026-05-05T12:00:00Z", false))
        .contains(interval("2026-05-06T00:00:00Z", "2026-05-07T00:00:00Z"));
  }

  @Test
  void anEndDateThatIsTheStartOfAnIntervalStillYieldsIt() {
    assertThat(first("2026-05-05T00:00:00Z", "2026-05-05T00:00:00Z", "2026-05-07T00:00:00Z", true))
        .contains(interval("2026-05-05T00:00:00Z", "2026-05-06T00:00:00Z"));
    assertThat(first("2026-05-05T00:00:01Z", "2026-05-05T00:00:00Z", "2026-05-07T00:00:00Z", true))
        .isEmpty();
  }

  @Test
  void aScheduleThatBecameCoarserGoesOnOnce() {
    // hourly until 05:00, daily from now on: midnight is before the last start, the next is not
    Restriction restriction =
        new Restriction(Optional.of(Instant.parse("2026-05-01T00:00:00Z")), Optional.empty(), true);
    DataInterval last = interval("2026-05-05T04:00:00Z", "2026-05-05T05:00:00Z");
    assertThat(DAILY.next(Optional.of(last), restriction, Instant.parse("2026-05-05T06:00:00Z")))
        .map(RunDates::interval)
        .contains(interval("2026-05-06T00:00:00Z", "2026-05-07T00:00:00Z"));
  }
}
