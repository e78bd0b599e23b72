package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * A run each time a step has passed (DeltaTriggerTimetable), the meaning of a plain timedelta.
 *
 * @param interval length of a run's data interval, which ends at its tick
 */
public record DeltaTrigger(Delta delta, Delta interval) implements Timetable {
  public DeltaTrigger {
    new DeltaTicks(delta);
  }

  public static DeltaTrigger of(Delta delta) {
    return new DeltaTrigger(delta, Delta.ZERO);
  }

  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    return TriggerRuns.next(new DeltaTicks(delta), interval, last, restriction, now, now);
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
    return delta.toString();
  }
}
