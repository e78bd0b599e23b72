package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A run at each tick of a cron expression (CronTriggerTimetable), the meaning of a plain cron
 * string.
 *
 * @param interval length of a run's data interval, which ends at its tick
 */
public record CronTrigger(CronExpression expression, ZoneId zone, Delta interval, FirstRun firstRun)
    implements Timetable {

  public static CronTrigger of(CronExpression expression, ZoneId zone) {
    return new CronTrigger(expression, zone, Delta.ZERO, FirstRun.WHEN_RECENT);
  }

  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    Ticks ticks = new CronTicks(expression, zone);
    Instant first = firstRun.tick(ticks, now);
    return TriggerRuns.next(ticks, interval, last, restriction, now, first);
  }

  @Override
  public DataInterval manualInterval(Instant at) {
    return TriggerRuns.manual(at, interval);
  }

  @Override
  public boolean isPeriodic() {
    return true;
  }

  @Override
  public String summary() {
    return expression.text();
  }
}
