package io.clientele.jobs.schedule.template;

import static io.clientele.jobs.schedule.template.Shape.Type.SPAN;
import static io.clientele.jobs.schedule.template.Shape.Type.TEXT;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Airflow's {@code macros} that give the same text each time. */
final class Macros {
  private static final String DAY = "%Y-%m-%d";
  private static final String[] UNITS = {
    "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"
  };
  private static final long[] MICROS = {
    86_400_000_000L, 1_000_000L, 1L, 1_000L, 60_000_000L, 3_600_000_000L, 604_800_000_000L
  };

  static final Namespace ALL =
      Namespace.closed(
          "macros",
          Map.of(
              "ds_add", new Function("ds_add", TEXT, Macros::dsAdd),
              "ds_format", new Function("ds_format", TEXT, Macros::dsFormat),
              "timedelta", new Function("timedelta", SPAN, Macros::timedelta),
              "json", Json.NAMESPACE));

  private Macros() {}

  private static String dsAdd(Arguments given) {
    List<Object> values = given.all("ds", "days");
    String day = PythonText.text(values.get(0));
    long days = PythonValues.integer(values.get(1));
    return days == 0 ? day : format(Strptime.parse(day, DAY).plusDays(days), DAY);
  }

  private static String dsFormat(Arguments given) {
    List<Object> values = given.all("ds", "input_format", "output_format");
    LocalDateTime at =
        Strptime.parse(PythonText.text(values.get(0)), PythonValues.string(values.get(1)));
    return format(at, PythonValues.string(values.get(2)));
  }

  private static String format(LocalDateTime at, String format) {
    return Strftime.format(new Moment(at.atZone(ZoneOffset.UTC)), format);
  }

  private static Duration timedelta(Arguments given) {
    List<Object> values = given.bind(UNITS);
    Duration span = Duration.ZERO;
    for (int i = 0; i < UNITS.length; i++) {
      Object value = Arguments.Missing.or(values.get(i), 0L);
      if (!(value instanceof Number number)) {
        throw TemplateException.operation(
            "timedelta() takes numbers, not " + PythonText.repr(value));
      }
      double micros = number.doubleValue() * MICROS[i];
      span = span.plusSeconds((long) (micros / 1e6)).plusNanos((long) (micros % 1e6) * 1_000);
    }
    return span;
  }
}
