package io.clientele.jobs.schedule.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which tick begins a DAG that has neither a start date nor runs (Airflow's run_immediately).
 *
 * @param always the last tick, however long ago
 * @param limit the last tick if it is not older than this; empty = a tenth of the gap between
 *     ticks, at least five minutes
 */
public record FirstRun(boolean always, Optional<Duration> limit) {
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  /** Airflow's default. */
  public static final FirstRun WHEN_RECENT = new FirstRun(false, Optional.empty());

  public static final FirstRun IMMEDIATELY = new FirstRun(true, Optional.empty());

  public static FirstRun within(Duration limit) {
    return new FirstRun(false, Optional.of(limit));
  }

  Instant tick(Ticks ticks, Instant now) {
    Instant past = ticks.alignPrevious(now);
    if (always) {
      return past;
    }
    Instant next = ticks.alignNext(now);
    Duration tenth = Duration.between(past, next).dividedBy(10);
    Duration allowed = limit.orElse(tenth.compareTo(SHORTEST) > 0 ? tenth : SHORTEST);
    return Duration.between(past, now).compareTo(allowed) <= 0 ? past : next;
  }
}
