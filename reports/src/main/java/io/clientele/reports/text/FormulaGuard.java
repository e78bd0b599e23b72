package io.clientele.reports.text;

/** Keeps text from becoming a formula when a spreadsheet opens a CSV file. */
public final class FormulaGuard {
  /** First characters that spreadsheets read as the start of a formula. */
  private static final String DANGEROUS = "=+-@\t\r\n\0＝＋－＠";

  private FormulaGuard() {}

  /** The text, behind an apostrophe when it would start a formula. */
  public static String guard(String text) {
    return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** The same rule as a SQL expression of DuckDB over a text column. */
  public static String guardSql(String expression) {
    return "CASE WHEN regexp_matches(%1$s, '^[=+\\-@\\t\\r\\n\\x00＝＋－＠]') THEN '''' || %1$s ELSE %1$s END"
        .formatted(expression);
  }
}
