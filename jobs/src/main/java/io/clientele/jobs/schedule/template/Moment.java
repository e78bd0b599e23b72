package io.clientele.jobs.schedule.template;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A point in time with its zone, as Airflow's templates know it; to the microsecond. */
record Moment(ZonedDateTime at) implements Comparable<Moment> {

  static Moment utc(Instant instant) {
    return new Moment(instant.atZone(ZoneOffset.UTC));
  }

  /** {@code 2025-03-01T00:00:00+00:00}; six digits of a second only where there are any. */
  String iso(char separator) {
    String day = "%04d-%02d-%02d".formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth());
    String time = "%02d:%02d:%02d".formatted(at.getHour(), at.getMinute(), at.getSecond());
    return day + separator + time + fraction() + offset(":");
  }

  private String fraction() {
    int micros = at.getNano() / 1_000;
    return micros == 0 ? "" : ".%06d".formatted(micros);
  }

  /** {@code +01:00}, with the mark between hours and minutes. */
  String offset(String mark) {
    int seconds = at.getOffset().getTotalSeconds();
    int minutes = Math.abs(seconds) / 60;
    return "%s%02d%s%02d".formatted(seconds < 0 ? "-" : "+", minutes / 60, mark, minutes % 60);
  }

  /** As many real seconds later. */
  Moment plus(Duration span) {
    return new Moment(at.plus(span));
  }

  /** The wall time in the same zone; a missing one moves on, of a repeated one it is the second. */
  Moment atWallTime(LocalDateTime wall) {
    return new Moment(ZonedDateTime.of(wall, at.getZone()).withLaterOffsetAtOverlap());
  }

  Moment in(ZoneId zone) {
    return new Moment(at.withZoneSameInstant(zone));
  }

  @Override
  public int compareTo(Moment other) {
    return at.toInstant().compareTo(other.at.toInstant());
  }
}
