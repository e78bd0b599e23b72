package io.clientele.reports.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Types of published columns, as Spark SQL writes them, in the words of DuckDB. */
public final class DuckType {
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("string", "VARCHAR"),
          Map.entry("boolean", "BOOLEAN"),
          Map.entry("tinyint", "TINYINT"),
          Map.entry("smallint", "SMALLINT"),
          Map.entry("int", "INTEGER"),
          Map.entry("integer", "INTEGER"),
          Map.entry("bigint", "BIGINT"),
          Map.entry("long", "BIGINT"),
          Map.entry("float", "FLOAT"),
          Map.entry("double", "DOUBLE"),
          Map.entry("date", "DATE"),
          Map.entry("timestamp", "TIMESTAMP WITH TIME ZONE"),
          Map.entry("timestamp_ntz", "TIMESTAMP"),
          Map.entry("binary", "BLOB"));

  private DuckType() {}

  /**
   * @param sparkType for example {@code array<struct<day:date,spend:decimal(18,6)>>}
   */
  public static String of(String sparkType) {
    String type = sparkType.strip();
    String lower = type.toLowerCase(Locale.ROOT);
    if (PLAIN.containsKey(lower)) {
      return PLAIN.get(lower);
    }
    if (lower.startsWith("decimal(")) {
      return lower.toUpperCase(Locale.ROOT);
    }
    if (lower.startsWith("array<") && lower.endsWith(">")) {
      return of(inside(type)) + "[]";
    }
    if (lower.startsWith("struct<") && lower.endsWith(">")) {
      return "STRUCT(" + String.join(", ", members(inside(type))) + ")";
    }
    if (lower.startsWith("map<") && lower.endsWith(">")) {
      List<String> parts = split(inside(type), ',');
      return "MAP(" + of(parts.get(0)) + ", " + of(parts.get(1)) + ")";
    }
    throw new IllegalArgumentException(
        "Cannot read a column of type "
            + sparkType
            + ": the reader does not know the type; publish it as one of "
            + String.join(", ", PLAIN.keySet().stream().sorted().toList())
            + ", decimal, array, struct or map.");
  }

  private static List<String> members(String inside) {
    List<String> members = new ArrayList<>();
    for (String member : split(inside, ',')) {
      List<String> parts = split(member, ':');
      members.add(Sql.name(parts.get(0).strip()) + " " + of(parts.get(1)));
    }
    return members;
  }

  private static String inside(String type) {
    return type.substring(type.indexOf('<') + 1, type.length() - 1);
  }

  /** Splits at the separator where no bracket is open. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int open = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '(') {
        open++;
      } else if (c == '>' || c == ')') {
        open--;
      } else if (c == separator && open == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
