package io.clientele.jobs.schedule.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The next run as soon as the last one is over (ContinuousTimetable). */
public record Continuous() implements Timetable {
  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    DataInterval interval =
        last.map(run -> after(run, restriction, now)).orElseGet(() -> first(restriction, now));
    return restriction.isTooLate(interval.end())
        ? Optional.empty()
        : Optional.of(RunDates.of(interval));
  }

  private static DataInterval first(Restriction restriction, Instant now) {
    Instant start = restriction.earliest().orElse(now);
    return new DataInterval(start, start.isAfter(now) ? start : now);
  }

  /** A last interval that lies in the future is made again, from the beginning. */
  private static DataInterval after(DataInterval last, Restriction restriction, Instant now) {
    if (!last.end().isAfter(now)) {
      return new DataInterval(last.end(), now);
    }
    Instant start = restriction.earliest().orElse(now);
    return new DataInterval(start, start.plus(Duration.between(last.start(), last.end())));
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
    return "@continuous";
  }
}
