package io.clientele.jobs.schedule.timetable;

import java.time.Instant;

/** The stretch of time whose data a run handles, [start, end); both equal for a mere tick. */
public record DataInterval(Instant start, Instant end) {
  public DataInterval {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "Cannot make a data interval: its end %s is before its start %s; swap them."
              .formatted(end, start));
    }
  }

  /** The interval of length zero at a tick. */
  public static DataInterval at(Instant tick) {
    return new DataInterval(tick, tick);
  }
}
