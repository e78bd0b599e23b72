package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;

/** Manual runs only (NullTimetable). */
public record Unscheduled() implements Timetable {
  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    return Optional.empty();
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
    return "None";
  }
}
