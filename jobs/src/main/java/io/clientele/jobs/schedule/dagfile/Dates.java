package io.clientele.jobs.schedule.dagfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Start and end dates: a wall time, to which dag-factory attaches the zone of the same level. */
final class Dates {
  private static final Pattern RELATIVE =
      Pattern.compile("\\d+\\s+(day|hour|minute|second)s?.*", Pattern.CASE_INSENSITIVE);

  private Dates() {}

  static Optional<ZonedDateTime> date(Fields fields, String key, ZoneId zone) {
    return fields.read(key, Dates::wall).map(wall -> ZonedDateTime.of(wall, zone));
  }

  /** The zone that a level names; UTC when it names none. */
  static ZoneId zone(Fields fields) {
    return fields.read("timezone", Dates::zone).orElse(ZoneOffset.UTC);
  }

  static Optional<ZoneId> zone(YamlValue value, Problems problems) {
    if (value.content() instanceof String name && ZoneId.getAvailableZoneIds().contains(name)) {
      return Optional.of(name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name));
    }
    problems.refuse(
        value.place(),
        "there is no time zone " + value.shown(),
        "write a name such as Europe/Paris");
    return Optional.empty();
  }

  private static Optional<LocalDateTime> wall(YamlValue value, Problems problems) {
    if (value.content() instanceof LocalDate day) {
      return Optional.of(day.atStartOfDay());
    } else if (value.content() instanceof LocalDateTime wall) {
      return Optional.of(wall);
    } else if (value.content() instanceof Typed typed && typed.type().equals("datetime.datetime")) {
      return typed(value, typed, problems);
    } else if (value.content() instanceof String text) {
      return text(value, text, problems);
    }
    return refused(value, problems);
  }

  private static Optional<LocalDateTime> text(YamlValue value, String text, Problems problems) {
    if (RELATIVE.matcher(text).matches()) {
      problems.refuse(
          value.place(), "'" + text + "' moves every day", "write a date such as 2026-01-01");
      return Optional.empty();
    }
    Scalars.Read read = Scalars.plain(text);
    if (read.offset().isPresent()) {
      problems.warn(
          value.place(),
          "Airflow drops the offset " + read.offset().get().strip(),
          "leave it out and name a timezone");
    }
    if (read.value() instanceof LocalDate day) {
      return Optional.of(day.atStartOfDay());
    }
    return read.value() instanceof LocalDateTime wall
        ? Optional.of(wall)
        : refused(value, problems);
  }

  private static Optional<LocalDateTime> typed(YamlValue value, Typed typed, Problems problems) {
    String[] units = {"year", "month", "day", "hour", "minute", "second", "microsecond"};
    int[] numbers = new int[units.length];
    boolean good = typed.positional().size() <= units.length;
    for (int i = 0; i < units.length && good; i++) {
      YamlValue number =
          i < typed.positional().size() ? typed.positional().get(i) : typed.named().get(units[i]);
      good = number == null ? i > 2 : number.content() instanceof Long;
      numbers[i] = good && number != null ? ((Long) number.content()).intValue() : 0;
    }
    good &= java.util.Set.of(units).containsAll(typed.named().keySet());
    try {
      return good
          ? Optional.of(
              LocalDateTime.of(
                  numbers[0],
                  numbers[1],
                  numbers[2],
                  numbers[3],
                  numbers[4],
                  numbers[5],
                  numbers[6] * 1_000))
          : refused(value, problems);
    } catch (DateTimeException impossible) {
      return refused(value, problems);
    }
  }

  private static Optional<LocalDateTime> refused(YamlValue value, Problems problems) {
    problems.refuse(
        value.place(),
        "it is " + value.shown() + ", expected a date",
        "write a date such as 2026-01-01");
    return Optional.empty();
  }
}
