package io.clientele.jobs.schedule.timetable;

import java.time.Instant;

/**
 * The dates of one automated run.
 *
 * @param interval its data interval; the logical date is its start
 * @param runAfter the run is created when this instant has come
 */
public record RunDates(DataInterval interval, Instant runAfter) {
  /** A run that starts when its interval is complete. */
  static RunDates of(DataInterval interval) {
    return new RunDates(interval, interval.end());
  }

  public Instant logicalDate() {
    return interval.start();
  }
}
