package io.clientele.jobs.schedule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.RunDates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static DagDefinition dag(String cron, boolean catchup) {
    return DagDefinition.dag(
            "d", new CronDataInterval(CronExpression.parse(cron), ZoneId.of("Europe/Zurich")))
        .startDate(Instant.parse("2026-01-01T00:00:00Z"))
        .catchup(catchup)
        .build();
  }

  @Test
  void tenYearsOfAnHourlyDagAreForeseenWithinThreeSeconds() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Instant end = Instant.parse("2036-01-01T00:00:00Z");
    Forecast forecast = new Forecast(dag("@hourly", true), Optional.empty(), now);
    long began = System.nanoTime();
    int runs = 0;
    RunDates run = forecast.next();
    while (!run.runAfter().isAfter(end)) {
      runs++;
      run = forecast.next();
    }
    assertThat(runs).isEqualTo((int) Duration.between(now, end).toHours());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void withoutCatchupEachRunFollowsItsPredecessor() {
    Instant now = Instant.parse("2026-05-05T12:00:00Z");
    Forecast forecast = new Forecast(dag("0 3 * * *", false), Optional.empty(), now);
    assertThat(forecast.next().runAfter()).isEqualTo(Instant.parse("2026-05-05T01:00:00Z"));
    assertThat(forecast.next().runAfter()).isEqualTo(Instant.parse("2026-05-06T01:00:00Z"));
    assertThat(forecast.next().runAfter()).isEqualTo(Instant.parse("2026-05-07T01:00:00Z"));
  }
}
