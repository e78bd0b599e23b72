package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;

/** One run in all (OnceTimetable), whatever catchup says. */
public record Once() implements Timetable {
  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    Instant tick = restriction.earliest().orElse(now);
    return last.isPresent() || restriction.isTooLate(tick)
        ? Optional.empty()
        : Optional.of(RunDates.of(DataInterval.at(tick)));
  }

  @Override
  public DataInterval manualInterval(Instant at) {
    return DataInterval.at(at);
  }

  @Override
  public boolean isPeriodic() {
    return false;
  }

  @Override
  public String summary() {
    return "@once";
  }
}
