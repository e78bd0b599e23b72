package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** One interval between each two ticks of a cron expression (CronDataIntervalTimetable). */
public record CronDataInterval(CronExpression expression, ZoneId zone) implements Timetable {
  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    return IntervalRuns.next(ticks(), last, restriction, newestStart(now));
  }

  /** An interval that begins right now counts as the newest, though it ends later. */
  private Instant newestStart(Instant now) {
    Instant previous = ticks().previous(now);
    return ticks().next(previous).equals(now) ? previous : ticks().previous(previous);
  }

  @Override
  public DataInterval manualInterval(Instant at) {
    Instant end = ticks().alignPrevious(at);
    return new DataInterval(ticks().previous(end), end);
  }

  @Override
  public boolean isPeriodic() {
    return true;
  }

  @Override
  public String summary() {
    return expression.text();
  }

  private CronTicks ticks() {
    return new CronTicks(expression, zone);
  }
}
