package io.clientele.jobs.init.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the data records of a file one by one. */
final class Records {
  private Records() {}

  /** Takes one record after the other. */
  interface Visitor {
    /** Whether it wants more. */
    boolean visit(String[] cells);
  }

  static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(true)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }

  /**
   * Shows every data record to the visitor; short records are filled with empty cells.
   *
   * @throws CharacterCodingException when the bytes are not of the dialect's character set
   */
  static void visit(Path file, Dialect dialect, Visitor visitor) throws IOException {
    int width = dialect.columns().size();
    long number = 0;
    try (RecordLimit reader = new RecordLimit(TextInput.text(file, dialect.charset()));
        CSVParser parser = CSVParser.parse(reader, format(dialect.separator()))) {
      Iterator<CSVRecord> records = parser.iterator();
      boolean wantsMore = true;
      while (wantsMore && records.hasNext()) {
        CSVRecord record = records.next();
        reader.recordSeen();
        wantsMore = number++ == 0 || visitor.visit(cells(record, width));
      }
    } catch (UncheckedIOException | IOException failure) {
      throw explained(file, number, failure);
    }
  }

  private static IOException explained(Path file, long number, Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof CharacterCodingException)) {
      cause = cause.getCause();
    }
    if (cause instanceof CharacterCodingException coding) {
      return coding;
    }
    throw new ProfileException(
        "Cannot read "
            + file.getFileName()
            + " behind record "
            + number
            + ": "
            + cause.getMessage()
            + "; mend the file there and run init again.");
  }

  private static String[] cells(CSVRecord record, int width) {
    String[] cells = new String[width];
    for (int column = 0; column < width; column++) {
      cells[column] = column < record.size() ? record.get(column) : "";
    }
    return cells;
  }

  /** Whether the bytes are valid UTF-8, but for a character cut off at the end. */
  static boolean isUtf8(byte[] head) {
    for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
        return true;
      } catch (CharacterCodingException malformed) {
        // try again without the last byte
      }
    }
    return false;
  }
}
