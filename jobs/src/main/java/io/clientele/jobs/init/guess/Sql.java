package io.clientele.jobs.init.guess;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Pieces of Spark SQL, with functions only that mappings may use. */
final class Sql {
  private static final Set<String> WORDS =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "between",
          "case",
          "cast",
          "cross",
          "current_date",
          "date",
          "distinct",
          "else",
          "end",
          "except",
          "false",
          "from",
          "full",
          "group",
          "having",
          "in",
          "inner",
          "interval",
          "is",
          "join",
          "left",
          "like",
          "limit",
          "minus",
          "natural",
          "not",
          "null",
          "on",
          "or",
          "order",
          "outer",
          "right",
          "select",
          "table",
          "then",
          "time",
          "timestamp",
          "to",
          "true",
          "union",
          "user",
          "using",
          "when",
          "where",
          "with");

  private Sql() {}

  /** A column by its name, in back quotes where it needs them. */
  static String column(String name) {
    boolean isPlain =
        name.matches("[A-Za-z_][A-Za-z0-9_]*") && !WORDS.contains(name.toLowerCase(Locale.ROOT));
    return isPlain ? name : "`" + name.replace("`", "``") + "`";
  }

  static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  static String list(Collection<String> values) {
    return values.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The number in a text column. */
  static String number(String column, String type, boolean isDecimalComma) {
    String text =
        isDecimalComma
            ? "regexp_replace(regexp_replace(" + column + ", '[.]', ''), ',', '.')"
            : column;
    return "cast(" + text + " as " + type + ")";
  }
}
