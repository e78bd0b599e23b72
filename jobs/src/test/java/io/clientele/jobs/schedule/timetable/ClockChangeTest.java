package io.clientele.jobs.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Zurich: on 2026-03-29 at 02:00 it is 03:00, on 2026-10-25 at 03:00 it is 02:00. */
class ClockChangeTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  private static List<String> ticks(String cron, String from, int count) {
    CronTicks ticks = new CronTicks(CronExpression.parse(cron), ZURICH);
    return Stream.iterate(ticks.next(Instant.parse(from)), ticks::next)
        .limit(count)
        .map(Instant::toString)
        .toList();
  }

  private static List<String> ticksBackwards(String cron, String from, int count) {
    CronTicks ticks = new CronTicks(CronExpression.parse(cron), ZURICH);
    return Stream.iterate(ticks.previous(Instant.parse(from)), ticks::previous)
        .limit(count)
        .map(Instant::toString)
        .toList();
  }

  @Test
  void aTickInTheGapMovesByItsLength() {
    // 02:30 does not exist: 03:30 summer time = 01:30 UTC; the next day 02:30 = 00:30 UTC
    assertThat(ticks("30 2 * * *", "2026-03-28T02:00:00Z", 2))
        .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void aRepeatedTickIsTheSecondOne() {
    assertThat(ticks("30 2 * * *", "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T01:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void everyHalfHourHasNeitherHoleNorDouble() {
    assertThat(ticks("*/30 * * * *", "2026-10-25T00:00:00Z", 4))
        .containsExactly(
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:00:00Z");
    assertThat(ticks("*/30 0-23 * * *", "2026-03-29T00:30:00Z", 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z");
  }

  @Test
  void everySecondHourIsAnHourLongerOrShorterOnce() {
    // 00:00, 02:00 (second pass), 04:00 local = 22:00, 01:00, 03:00 UTC
    assertThat(ticks("0 */2 * * *", "2026-10-24T21:00:00Z", 3))
        .containsExactly("2026-10-24T22:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T03:00:00Z");
  }

  @Test
  void thePreviousTickIsAlwaysEarlier() {
    // at 03:10 summer time the tick moved to 03:30 has not been yet
    assertThat(ticksBackwards("30 2 * * *", "2026-03-29T01:10:00Z", 2))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-27T01:30:00Z");
    // in the first pass, at 02:40, the tick of the second pass has not been yet
    assertThat(ticksBackwards("30 2 * * *", "2026-10-25T00:40:00Z", 1))
        .containsExactly("2026-10-24T00:30:00Z");
  }
}
