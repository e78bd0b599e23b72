package io.clientele.jobs.schedule.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Intervals of one length, one after another (DeltaDataIntervalTimetable). */
public record DeltaDataInterval(Delta delta) implements Timetable {
  /** What a month counts where its real length cannot be known. */
  private static final Duration MONTH = Duration.ofDays(30);

  private static final Duration YEAR = Duration.ofDays(365);

  public DeltaDataInterval {
    new DeltaTicks(delta);
  }

  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    Ticks ticks = new DeltaTicks(delta);
    return IntervalRuns.next(ticks, last, restriction, newestStart(restriction, now));
  }

  private Instant newestStart(Restriction restriction, Instant now) {
    return delta.hasMonths() && restriction.earliest().isPresent()
        ? walk(restriction.earliest().get(), now)
        : delta.before(rounded(now));
  }

  /** Start of the newest complete interval, counted from the start date. */
  private Instant walk(Instant from, Instant now) {
    Instant start = from;
    Instant end = delta.after(start);
    for (Instant next = delta.after(end); !next.isAfter(now); next = delta.after(next)) {
      start = end;
      end = next;
    }
    return start;
  }

  /** Down to a multiple of the length since 1970. */
  private Instant rounded(Instant now) {
    long months = delta.period().toTotalMonths();
    Duration length =
        YEAR.multipliedBy(months / 12)
            .plus(MONTH.multipliedBy(months % 12))
            .plus(delta.exactLength());
    long millis = length.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
  }

  @Override
  public DataInterval manualInterval(Instant at) {
    return TriggerRuns.manual(at, delta);
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
