package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs that come at their tick; their interval is whatever was asked for, by default empty. */
final class TriggerRuns {
  private TriggerRuns() {}

  /**
   * @param interval length of a run's interval, which ends at its tick
   * @param firstRun tick of the first run of a DAG without a start date
   */
  static Optional<RunDates> next(
      Ticks ticks,
      Delta interval,
      Optional<DataInterval> last,
      Restriction restriction,
      Instant now,
      Instant firstRun) {
    Optional<Instant> following = last.map(run -> ticks.next(run.end()));
    Optional<Instant> earliest = restriction.earliest().map(ticks::alignNext);
    Instant unbounded = following.or(() -> earliest).orElse(firstRun);
    Instant tick =
        restriction.catchup()
            ? unbounded
            : Stream.of(Optional.of(ticks.alignPrevious(now)), Optional.of(unbounded), earliest)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow();
    return restriction.isTooLate(tick) ? Optional.empty() : Optional.of(at(tick, interval));
  }

  private static RunDates at(Instant tick, Delta interval) {
    return RunDates.of(manual(tick, interval));
  }

  static DataInterval manual(Instant at, Delta interval) {
    return new DataInterval(interval.before(at), at);
  }
}
