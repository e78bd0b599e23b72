package io.clientele.jobs.schedule.template;

import static io.clientele.jobs.schedule.template.Shape.Type.ANY;
import static io.clientele.jobs.schedule.template.Shape.Type.LIST;
import static io.clientele.jobs.schedule.template.Shape.Type.MOMENT;
import static io.clientele.jobs.schedule.template.Shape.Type.NUMBER;
import static io.clientele.jobs.schedule.template.Shape.Type.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Airflow's five filters and the plain ones of Jinja. */
final class Filters {
  private static final Map<String, Filter> ALL =
      Map.ofEntries(
          Map.entry("ds", moment(moment -> Strftime.format(moment, "%Y-%m-%d"))),
          Map.entry("ds_nodash", moment(moment -> Strftime.format(moment, "%Y%m%d"))),
          Map.entry("ts", moment(moment -> moment.iso('T'))),
          Map.entry("ts_nodash", moment(moment -> Strftime.format(moment, "%Y%m%dT%H%M%S"))),
          Map.entry("ts_nodash_with_tz", moment(Filters::compact)),
          Map.entry("upper", text(text -> text.toUpperCase(Locale.ROOT))),
          Map.entry("lower", text(text -> text.toLowerCase(Locale.ROOT))),
          Map.entry("trim", text(String::strip)),
          Map.entry("string", text(text -> text)),
          Map.entry("replace", new Filter(ANY, TEXT, 2, 2, Filters::replace)),
          Map.entry("join", new Filter(ANY, TEXT, 0, 1, Filters::join)),
          Map.entry("default", new Filter(Shape.Type.NONE, ANY, 0, 2, Filters::fallback)),
          Map.entry("d", new Filter(Shape.Type.NONE, ANY, 0, 2, Filters::fallback)),
          Map.entry("int", new Filter(ANY, NUMBER, 0, 1, Filters::integer)),
          Map.entry("float", new Filter(ANY, NUMBER, 0, 1, Filters::real)),
          Map.entry("length", new Filter(ANY, NUMBER, 0, 0, (value, none) -> length(value))),
          Map.entry("count", new Filter(ANY, NUMBER, 0, 0, (value, none) -> length(value))),
          Map.entry("list", new Filter(ANY, LIST, 0, 0, (value, none) -> PythonValues.list(value))),
          Map.entry("first", new Filter(ANY, ANY, 0, 0, (value, none) -> end(value, 0))),
          Map.entry("last", new Filter(ANY, ANY, 0, 0, (value, none) -> end(value, -1))));

  private Filters() {}

  /** A filter: what goes in (of NONE also what is undefined), what comes out, and its arguments. */
  record Filter(
      Shape input,
      Shape output,
      int fewest,
      int most,
      BiFunction<Object, List<Object>, Object> body) {

    boolean takesUndefined() {
      return input == Shape.Type.NONE;
    }

    /** What comes out of an input of that shape; refuses what can never work. */
    Shape result(Shape given) {
      if (input == MOMENT && given != MOMENT && given != ANY) {
        throw TemplateException.refused("a date filter takes a point in time, nothing else");
      }
      return output;
    }
  }

  static Filter named(String name, int arguments) {
    Filter filter = ALL.get(name);
    if (filter == null) {
      throw UnknownName.unknown("filter", name, ALL.keySet());
    }
    if (arguments < filter.fewest() || arguments > filter.most()) {
      throw TemplateException.refused(
          "the filter %s does not take %d arguments".formatted(name, arguments));
    }
    return filter;
  }

  private static Filter moment(java.util.function.Function<Moment, Object> body) {
    return new Filter(
        MOMENT,
        TEXT,
        0,
        0,
        (value, none) -> {
          if (value == null) {
            return null;
          }
          if (value instanceof Moment moment) {
            return body.apply(moment);
          }
          if (value == LazyNone.VALUE) {
            throw new TemplateException(
                TemplateException.Kind.NULL_ATTRIBUTE,
                "a date filter is used on a prev_ name without a previous run; test it with if");
          }
          throw TemplateException.operation(
              "a date filter is used on %s, which is no point in time"
                  .formatted(PythonText.repr(value)));
        });
  }

  private static String compact(Moment moment) {
    return moment.iso('T').replace("-", "").replace(":", "");
  }

  private static Filter text(java.util.function.Function<String, Object> body) {
    return new Filter(ANY, TEXT, 0, 0, (value, none) -> body.apply(PythonText.text(value)));
  }

  private static String replace(Object value, List<Object> given) {
    return PythonText.text(value)
        .replace(PythonText.text(given.get(0)), PythonText.text(given.get(1)));
  }

  private static String join(Object value, List<Object> given) {
    String mark = given.isEmpty() ? "" : PythonText.text(given.get(0));
    return PythonValues.list(value).stream()
        .map(PythonText::text)
        .collect(Collectors.joining(mark));
  }

  private static Object fallback(Object value, List<Object> given) {
    boolean alsoFalse = given.size() > 1 && PythonValues.truth(given.get(1));
    boolean absent = value instanceof Undefined || (alsoFalse && !PythonValues.truth(value));
    return absent ? given.isEmpty() ? "" : given.get(0) : value;
  }

  private static Object integer(Object value, List<Object> given) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    try {
      return Long.parseLong(PythonValues.string(value).strip());
    } catch (NumberFormatException | TemplateException none) {
      return given.isEmpty() ? 0L : given.get(0);
    }
  }

  private static Object real(Object value, List<Object> given) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(PythonValues.string(value).strip());
    } catch (NumberFormatException | TemplateException none) {
      return given.isEmpty() ? 0.0 : given.get(0);
    }
  }

  private static long length(Object value) {
    return PythonValues.list(value).size();
  }

  private static Object end(Object value, int place) {
    List<Object> all = PythonValues.list(value);
    return all.isEmpty()
        ? new Undefined("the first or last of nothing")
        : all.get(place < 0 ? all.size() - 1 : 0);
  }
}
