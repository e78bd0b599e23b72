package io.clientele.jobs.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a list is asked for: filters on its rows, order, a page of it. */
final class Query {
  private static final int PAGE = 50;
  private static final int LONGEST_PAGE = 100;

  private final Context request;
  private List<Map<String, Object>> rows;

  Query(Context request, List<Map<String, Object>> rows) {
    this.request = request;
    this.rows = rows;
  }

  private void keep(Predicate<Map<String, Object>> condition) {
    rows = rows.stream().filter(condition).toList();
  }

  /** {@code column=a&column=b}: rows with one of the values; {@code none} is null. */
  Query equal(String column) {
    List<String> wanted = request.queryParams(column);
    if (!wanted.isEmpty()) {
      keep(row -> wanted.contains(row.get(column) == null ? "none" : row.get(column).toString()));
    }
    return this;
  }

  /** A pattern with % and _ as in SQL, anywhere in the column, in any letter case. */
  Query pattern(String parameter, String column) {
    String wanted = request.queryParam(parameter);
    if (wanted != null && !wanted.equals("~")) {
      Pattern pattern = like(wanted);
      keep(row -> pattern.matcher(String.valueOf(row.get(column))).find());
    }
    return this;
  }

  /** A beginning of the column, as it is written. */
  Query prefix(String parameter, String column) {
    return when(parameter, (row, wanted) -> String.valueOf(row.get(column)).startsWith(wanted));
  }

  /** What Airflow filters by and this engine does not know: refused, not passed over. */
  Query refuse(String... parameters) {
    ListQuery.unknown(request, parameters)
        .ifPresent(
            message -> {
              throw ApiError.unprocessable(message);
            });
    return this;
  }

  private static Pattern like(String sql) {
    StringBuilder regex = new StringBuilder();
    for (char c : sql.toCharArray()) {
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Any other condition, where its parameter is given. */
  Query when(String parameter, java.util.function.BiPredicate<Map<String, Object>, String> test) {
    Optional.ofNullable(request.queryParam(parameter))
        .ifPresent(wanted -> keep(row -> test.test(row, wanted)));
    return this;
  }

  /** Sorts by {@code order_by}; names of its columns that rows do not have are given for them. */
  Query order(Set<String> columns, Map<String, String> names) {
    List<String> wanted = new ArrayList<>(request.queryParams("order_by"));
    Comparator<Map<String, Object>> order = Comparator.comparing(row -> 0);
    for (String by : wanted) {
      String column = by.startsWith("-") ? by.substring(1) : by;
      if (!columns.contains(column)) {
        throw ApiError.badRequest(
            "Ordering with '%s' is disallowed or the attribute does not exist on the model"
                .formatted(column));
      }
      Comparator<Map<String, Object>> next = by(names.getOrDefault(column, column));
      order = order.thenComparing(by.startsWith("-") ? next.reversed() : next);
    }
    rows = rows.stream().sorted(order).toList();
    return this;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Comparator<Map<String, Object>> by(String column) {
    Comparator<Comparable> natural = Comparator.nullsFirst(Comparator.naturalOrder());
    return Comparator.comparing(
        row -> row.get(column) instanceof Comparable value ? value : null, natural);
  }

  /** All rows that are left, for lists that Airflow does not cut into pages. */
  List<Map<String, Object>> all() {
    return rows;
  }

  /** The page that is asked for, under its name, with the number of all. */
  Map<String, Object> page(String name) {
    int limit = Math.min(number("limit", PAGE), LONGEST_PAGE);
    int offset = number("offset", 0);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(name, rows.stream().skip(offset).limit(limit).toList());
    page.put("total_entries", rows.size());
    return page;
  }

  private int number(String parameter, int fallback) {
    String text = request.queryParam(parameter);
    if (text == null) {
      return fallback;
    }
    if (!text.matches("\\d{1,9}")) {
      throw ApiError.unprocessable(
          List.of(
              ApiError.invalid(
                  "greater_than_equal",
                  List.of("query", parameter),
                  "Input should be a whole number greater than or equal to 0",
                  text)));
    }
    return Integer.parseInt(text);
  }
}
