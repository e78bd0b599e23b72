package io.clientele.reports.text;

import java.io.IOException;
import java.util.OptionalInt;

/** How an answer is written. */
public enum OutputFormat {
  /** Aligned columns for reading. */
  TABLE,
  /** For spreadsheets. */
  CSV,
  /** For programs: one array of objects. */
  JSON;

  /**
   * @param terminalWidth characters a line of a terminal; empty = no terminal, nothing is cut
   */
  public RowSink sink(Appendable out, OptionalInt terminalWidth) throws IOException {
    return switch (this) {
      case TABLE -> new TableSink(out, terminalWidth);
      case CSV -> new CsvSink(out);
      case JSON -> new JsonSink(out);
    };
  }
}
