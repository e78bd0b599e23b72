package io.clientele.reports.published;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts as they stand safely in a SQL statement. */
public final class Sql {
  private Sql() {}

  /** A quoted identifier. */
  public static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A quoted text. */
  public static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  /** A list of quoted texts. */
  public static String texts(Collection<String> values) {
    return values.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
