package io.clientele.jobs.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Where a command speaks: UTF-8 whatever the locale says. */
final class Terminal {
  private static final int DEFAULT_WIDTH = 100;
  private static final PrintWriter OUT =
      new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);

  private Terminal() {}

  static PrintWriter out() {
    return OUT;
  }

  /** Characters a line when somebody looks; empty when the output goes to a file or a pipe. */
  static OptionalInt width() {
    if (System.console() == null) {
      return OptionalInt.empty();
    }
    String columns = System.getenv("COLUMNS");
    return OptionalInt.of(
        columns != null && columns.matches("[0-9]{2,4}")
            ? Integer.parseInt(columns)
            : DEFAULT_WIDTH);
  }
}
