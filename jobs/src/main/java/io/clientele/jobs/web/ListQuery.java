package io.clientele.jobs.web;

import io.clientele.jobs.schedule.store.RowQuery;
import io.clientele.jobs.schedule.store.RowQuery.Sql;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Turns the parameters of a list of runs or of instances into a question to the database. */
final class ListQuery {
  private static final Map<String, String> RANGES =
      Map.of("_gte", " >= ?", "_gt", " > ?", "_lte", " <= ?", "_lt", " < ?");
  private static final double MICROS = 1e6;

  private final Context request;
  private final RowQuery rows = new RowQuery();

  ListQuery(Context request) {
    this.request = request;
  }

  RowQuery rows() {
    return rows;
  }

  /** {@code parameter=a&parameter=b}: one of the values. */
  ListQuery equal(String parameter, String column) {
    List<String> wanted = request.queryParams(parameter);
    if (!wanted.isEmpty()) {
      rows.in(column, wanted);
    }
    return this;
  }

  /** The same for whole numbers. */
  ListQuery number(String parameter, String column) {
    List<String> wanted = request.queryParams(parameter);
    if (!wanted.isEmpty()) {
      rows.in(column, wanted.stream().map(text -> (Object) integer(parameter, text)).toList());
    }
    return this;
  }

  private static int integer(String parameter, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw invalid("int_parsing", parameter, "Input should be a valid integer", text);
    }
  }

  /** The same for a closed list of words. */
  ListQuery word(String parameter, String column, Set<String> words) {
    for (String wanted : request.queryParams(parameter)) {
      if (!words.contains(wanted)) {
        throw ApiError.unprocessable(
            "Invalid value for " + parameter + ". Valid values are " + words);
      }
    }
    return equal(parameter, column);
  }

  /** {@code parameter_gte}, {@code _gt}, {@code _lte}, {@code _lt} of instants. */
  ListQuery dates(String parameter, String column) {
    return range(parameter, column, bound -> micros(bound.name(), bound.text()));
  }

  /** The same of a stretch of time, given in seconds. */
  ListQuery seconds(String parameter, String expression) {
    return range(
        parameter,
        expression,
        bound -> {
          try {
            return Math.round(Double.parseDouble(bound.text()) * MICROS);
          } catch (NumberFormatException e) {
            throw invalid(
                "float_parsing", bound.name(), "Input should be a valid number", bound.text());
          }
        });
  }

  private record Bound(String name, String text) {}

  private ListQuery range(String parameter, String column, ToLongFunction<Bound> value) {
    RANGES.forEach(
        (suffix, comparison) -> {
          String text = request.queryParam(parameter + suffix);
          if (text != null) {
            Bound bound = new Bound(parameter + suffix, text);
            rows.where(Sql.of(column + comparison, value.applyAsLong(bound)));
          }
        });
    return this;
  }

  private static long micros(String parameter, String text) {
    Instant instant =
        Body.instant(text.replace(' ', '+'))
            .orElseThrow(
                () ->
                    invalid(
                        "datetime_from_date_parsing",
                        parameter,
                        "Input should be a valid datetime with an offset",
                        text));
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /**
   * {@code name_pattern}: anywhere, any case, | is or; {@code name_prefix_pattern}: a beginning.
   */
  ListQuery pattern(String name, String column) {
    String anywhere = request.queryParam(name + "_pattern");
    if (anywhere != null && !anywhere.equals("~")) {
      List<Object> texts =
          Arrays.stream(anywhere.split("\\|", -1))
              .map(text -> (Object) ("%" + escaped(text).toLowerCase(Locale.ROOT) + "%"))
              .toList();
      String like = "LOWER(" + column + ") LIKE ? ESCAPE '\\'";
      String any = texts.stream().map(text -> like).collect(Collectors.joining(" OR "));
      rows.where(new Sql("(" + any + ")", texts));
    }
    String beginning = request.queryParam(name + "_prefix_pattern");
    if (beginning != null && !beginning.equals("~")) {
      rows.where(Sql.of("SUBSTR(" + column + ", 1, ?) = ?", beginning.length(), beginning));
    }
    return this;
  }

  /** % and _ mean what they mean in SQL; a backslash means itself. */
  private static String escaped(String pattern) {
    return pattern.replace("\\", "\\\\");
  }

  /** What Airflow filters by and this engine does not know: refused, not passed over. */
  ListQuery refuse(String... parameters) {
    unknown(request, parameters)
        .ifPresent(
            message -> {
              throw ApiError.badRequest(message);
            });
    return this;
  }

  /** What to say when the request filters by one of these. */
  static Optional<String> unknown(Context request, String... parameters) {
    return Arrays.stream(parameters)
        .filter(
            parameter ->
                request.queryParamMap().keySet().stream()
                    .anyMatch(given -> given.startsWith(parameter)))
        .findFirst()
        .map("Filtering with '%s' is not supported"::formatted);
  }

  /** How to sort by one attribute. */
  @FunctionalInterface
  interface Order {
    void apply(RowQuery rows, boolean isDescending);

    static Order column(String column) {
      return (rows, isDescending) -> rows.orderBy(Sql.of(column), isDescending);
    }

    static Order text(String column) {
      return (rows, isDescending) -> rows.orderByNullable(column, "''", isDescending);
    }

    static Order number(String column) {
      return (rows, isDescending) -> rows.orderByNullable(column, "0", isDescending);
    }

    /** The same for all rows. */
    static Order none() {
      return (rows, isDescending) -> {};
    }
  }

  /** Sorts by {@code order_by}, then by the columns that tell all rows apart. */
  ListQuery order(Map<String, Order> attributes, String... last) {
    for (String by : request.queryParams("order_by")) {
      String name = by.startsWith("-") ? by.substring(1) : by;
      Order order =
          Optional.ofNullable(attributes.get(name))
              .orElseThrow(
                  () ->
                      ApiError.badRequest(
                          "Ordering with '%s' is disallowed or the attribute does not exist on the model"
                              .formatted(name)));
      order.apply(rows, by.startsWith("-"));
    }
    List.of(last).forEach(column -> rows.orderBy(Sql.of(column), false));
    return this;
  }

  static ApiError invalid(String type, String parameter, String message, String input) {
    return ApiError.unprocessable(
        List.of(ApiError.invalid(type, List.of("query", parameter), message, input)));
  }
}
