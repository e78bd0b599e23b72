package io.clientele.etl.landing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Tells a file that is no text, and what it probably is. */
final class BinaryContent {
  private static final Map<String, String> KINDS =
      Map.of(
          "PK\u0003\u0004", "a ZIP archive or an Excel workbook; save it as CSV",
          "%PDF", "a PDF; have the data exported as CSV",
          "PAR1", "a Parquet file; have the data exported as CSV",
          "\u00d0\u00cf\u0011\u00e0", "an old Excel or Word file; save it as CSV",
          "\u00ff\u00fe", "text in UTF-16; have it written in UTF-8",
          "\u00fe\u00ff", "text in UTF-16; have it written in UTF-8",
          "SQLite format 3", "a SQLite database; have its tables exported as CSV");

  private BinaryContent() {}

  /**
   * What speaks against reading it as text.
   *
   * @param start the first bytes, uncompressed
   */
  static Optional<String> of(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (text.startsWith(kind.getKey())) {
        return Optional.of("it is " + kind.getValue());
      }
    }
    return text.indexOf('\0') < 0
        ? Optional.empty()
        : Optional.of(
            "it is binary: a zero byte stands at offset "
                + text.indexOf('\0')
                + "; deliver a text file");
  }
}
