package io.clientele.reports.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Aligned columns, numbers right. Widths come from the first thousand rows; longer values later
 * push their line to the right.
 */
public final class TableSink implements RowSink {
  private static final int MEASURED_ROWS = 1000;
  private static final String GAP = "  ";

  private final Appendable out;
  private final OptionalInt terminalWidth;
  private final List<List<String>> waiting = new ArrayList<>();
  private List<Column> columns = List.of();
  private int[] widths;

  private final boolean keepsEnds;

  public TableSink(Appendable out, OptionalInt terminalWidth) {
    this(out, terminalWidth, false);
  }

  private TableSink(Appendable out, OptionalInt terminalWidth, boolean keepsEnds) {
    this.out = out;
    this.terminalWidth = terminalWidth;
    this.keepsEnds = keepsEnds;
  }

  /** A table whose long values are shortened in the middle: names of files differ at their ends. */
  public static TableSink keepingEnds(Appendable out, OptionalInt terminalWidth) {
    return new TableSink(out, terminalWidth, true);
  }

  @Override
  public void head(List<Column> heading) {
    columns = heading;
  }

  @Override
  public void row(List<Object> values) throws IOException {
    List<String> cells = values.stream().map(TableSink::cell).toList();
    if (widths != null) {
      write(cells);
      return;
    }
    waiting.add(cells);
    if (waiting.size() == MEASURED_ROWS) {
      writeWaiting();
    }
  }

  @Override
  public void end() throws IOException {
    if (widths == null) {
      writeWaiting();
    }
  }

  private static String cell(Object value) {
    return PlainText.of(value).replaceAll("[\\p{Cntrl}]+", " ");
  }

  private void writeWaiting() throws IOException {
    measure();
    write(columns.stream().map(Column::name).toList());
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    write(rules);
    for (List<String> cells : waiting) {
      write(cells);
    }
    waiting.clear();
  }

  private void measure() {
    widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(columns.get(i).name());
      for (List<String> cells : waiting) {
        widths[i] = Math.max(widths[i], length(cells.get(i)));
      }
    }
    terminalWidth.ifPresent(this::squeeze);
  }

  /** Takes characters from the widest text column until the line fits or all are short. */
  private void squeeze(int available) {
    int total = (widths.length - 1) * GAP.length();
    for (int width : widths) {
      total += width;
    }
    while (total > available) {
      int widest = widestText();
      if (widest < 0 || widths[widest] <= 12) {
        return;
      }
      widths[widest]--;
      total--;
    }
  }

  private int widestText() {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (!columns.get(i).isNumber() && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private void write(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : GAP).append(aligned(cells.get(i), i));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private String aligned(String cell, int column) {
    String text = cell;
    if (terminalWidth.isPresent() && length(text) > widths[column]) {
      text = shortened(text, widths[column]);
    }
    String padding = " ".repeat(Math.max(0, widths[column] - length(text)));
    return columns.get(column).isNumber() ? padding + text : text + padding;
  }

  private String shortened(String text, int width) {
    int tail = keepsEnds ? (width - 1) * 2 / 3 : 0;
    return text.substring(0, text.offsetByCodePoints(0, width - 1 - tail))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
