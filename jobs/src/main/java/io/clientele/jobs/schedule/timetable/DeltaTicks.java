package io.clientele.jobs.schedule.timetable;

import java.time.Instant;

/** Ticks one step apart, wherever they begin: every instant is one. */
record DeltaTicks(Delta delta) implements Ticks {
  DeltaTicks {
    if (!delta.after(Instant.EPOCH).isAfter(Instant.EPOCH)) {
      throw new IllegalArgumentException(
          "Cannot schedule every %s: the step leads nowhere; give a positive one."
              .formatted(delta));
    }
  }

  @Override
  public Instant next(Instant instant) {
    return delta.after(instant);
  }

  @Override
  public Instant previous(Instant instant) {
    return delta.before(instant);
  }

  @Override
  public Instant alignNext(Instant instant) {
    return instant;
  }

  @Override
  public Instant alignPrevious(Instant instant) {
    return instant;
  }
}
