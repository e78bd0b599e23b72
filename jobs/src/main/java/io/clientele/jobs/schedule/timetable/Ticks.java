package io.clientele.jobs.schedule.timetable;

import java.time.Instant;

/** A rhythm: instants one after another. */
interface Ticks {
  /** The first tick after an instant. */
  Instant next(Instant instant);

  /** The last tick before an instant. */
  Instant previous(Instant instant);

  /** The instant when it is a tick, else the next one. */
  Instant alignNext(Instant instant);

  /** The instant when it is a tick, else the one before. */
  Instant alignPrevious(Instant instant);
}
