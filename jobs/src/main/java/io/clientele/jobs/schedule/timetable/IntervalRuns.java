package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * Runs whose intervals follow each other without a hole: a run comes at the end of its interval.
 */
final class IntervalRuns {
  private IntervalRuns() {}

  /**
   * @param newest start of the newest complete interval; later ones are not skipped without catchup
   */
  static Optional<RunDates> next(
      Ticks ticks, Optional<DataInterval> last, Restriction restriction, Instant newest) {
    Optional<Instant> earliest = restriction.earliest().map(ticks::alignNext);
    if (!restriction.catchup()) {
      earliest = Optional.of(earliest.filter(date -> date.isAfter(newest)).orElse(newest));
    }
    if (last.isEmpty() && earliest.isEmpty()) {
      return Optional.empty();
    }
    Instant start = start(ticks, last, earliest);
    return restriction.isTooLate(start)
        ? Optional.empty()
        : Optional.of(RunDates.of(new DataInterval(start, ticks.next(start))));
  }

  private static Instant start(
      Ticks ticks, Optional<DataInterval> last, Optional<Instant> earliest) {
    if (last.isEmpty()) {
      return earliest.orElseThrow();
    }
    Instant follows = ticks.alignPrevious(last.get().end());
    Instant start = earliest.filter(date -> date.isAfter(follows)).orElse(follows);
    if (start.isAfter(last.get().start())) {
      return start;
    }
    // The last interval was empty, or the schedule has become coarser.
    Instant later = ticks.next(start);
    if (!later.isAfter(last.get().start())) {
      throw new IllegalStateException(
          "Cannot find the run after %s: the schedule leads back to %s; correct the schedule."
              .formatted(last.get(), later));
    }
    return later;
  }
}
