package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * The bounds a DAG sets to its runs.
 *
 * @param earliest start date of the DAG, inclusive
 * @param latest end date of the DAG, inclusive
 * @param catchup whether runs missed in the past are owed
 */
public record Restriction(Optional<Instant> earliest, Optional<Instant> latest, boolean catchup) {
  boolean isTooLate(Instant tick) {
    return latest.isPresent() && tick.isAfter(latest.get());
  }
}
