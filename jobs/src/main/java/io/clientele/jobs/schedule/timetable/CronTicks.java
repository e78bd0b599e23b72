package io.clientele.jobs.schedule.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Ticks of a cron expression on the wall clock of a zone. A tick that a clock change skips is moved
 * by the length of the gap; one that comes twice is the second. An expression without restriction
 * of hours goes on in real time instead, through both passes of a repeated hour.
 */
record CronTicks(CronExpression expression, ZoneId zone) implements Ticks {
  @Override
  public Instant next(Instant instant) {
    LocalDateTime naive = naive(instant);
    LocalDateTime tick = expression.next(naive);
    return expression.coversEveryHour()
        ? instant.plus(Duration.between(naive, tick))
        : resolve(tick);
  }

  @Override
  public Instant previous(Instant instant) {
    LocalDateTime naive = naive(instant);
    LocalDateTime tick = expression.previous(naive);
    if (expression.coversEveryHour()) {
      return instant.plus(Duration.between(naive, tick));
    }
    // A tick moved out of a gap, or the second of two, may come after the instant.
    while (!resolve(tick).isBefore(instant)) {
      tick = expression.previous(tick);
    }
    return resolve(tick);
  }

  @Override
  public Instant alignNext(Instant instant) {
    Instant next = next(instant);
    return previous(next).equals(instant) ? instant : next;
  }

  @Override
  public Instant alignPrevious(Instant instant) {
    Instant previous = previous(instant);
    return next(previous).equals(instant) ? instant : previous;
  }

  private LocalDateTime naive(Instant instant) {
    return instant.atZone(zone).toLocalDateTime();
  }

  private Instant resolve(LocalDateTime tick) {
    return ZonedDateTime.ofLocal(tick, zone, null).withLaterOffsetAtOverlap().toInstant();
  }
}
