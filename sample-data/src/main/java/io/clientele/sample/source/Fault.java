package io.clientele.sample.source;

import io.clientele.sample.file.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A way to break a row.
 *
 * @param kind name in the planted truth
 * @param reasons what staging or conform should say, separated by {@code |}
 * @param count how often it is planted
 * @param text the broken record, made from the cells of a good one
 */
public record Fault(String kind, String reasons, int count, Function<List<String>, String> text) {

  /** One cell holds something else. */
  public static Fault cell(
      Dialect dialect, String kind, String reasons, int count, int cell, String content) {
    return new Fault(kind, reasons, count, cells -> joined(dialect, with(cells, cell, content)));
  }

  public static Fault tooFewCells(Dialect dialect, int count, int missing) {
    return new Fault(
        "too_few_cells",
        "cell_count",
        count,
        cells -> joined(dialect, cells.subList(0, cells.size() - missing)));
  }

  public static Fault tooManyCells(Dialect dialect, int count, String surplus) {
    return new Fault(
        "too_many_cells",
        "cell_count",
        count,
        cells -> joined(dialect, cells) + dialect.separator() + surplus);
  }

  /** Opened before a cell and closed nowhere in the file. */
  public static Fault unclosedQuote(Dialect dialect, int count, int cell) {
    return new Fault(
        "unclosed_quote",
        "unclosed_quote",
        count,
        cells -> joined(dialect, with(cells, cell, '"' + cells.get(cell))));
  }

  public static List<String> with(List<String> cells, int cell, String content) {
    List<String> changed = new ArrayList<>(cells);
    changed.set(cell, content);
    return changed;
  }

  /** Without any quoting: broken rows are as broken as they look. */
  public static String joined(Dialect dialect, List<String> cells) {
    return String.join(String.valueOf(dialect.separator()), cells);
  }
}
