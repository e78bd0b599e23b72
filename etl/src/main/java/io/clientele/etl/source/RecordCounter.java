package io.clientele.etl.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the records of a delimited file by a small state machine of quotes and line ends, without
 * the parser that stages them: so that <em>landed = staged + quarantined</em> can fail. Pieces that
 * are no records count as they do there: one for the first line of each.
 */
public final class RecordCounter {
  private static final int NO_QUOTE = -2;
  private static final int BROKEN = -1;
  private static final int BROKEN_CELL = -3;

  private final LineWindow window;
  private final int separator;
  private final int quote;

  private RecordCounter(InputStream bytes, FileFormat format) {
    this.window = new LineWindow(bytes);
    this.separator = DelimitedRecords.singleByte(format, format.separator());
    this.quote =
        format.quote().isEmpty()
            ? NO_QUOTE
            : DelimitedRecords.singleByte(format, format.quote().get());
  }

  /** Records behind the header; -1 when there is not even a header. */
  public static long count(InputStream bytes, FileFormat format) throws IOException {
    return new RecordCounter(bytes, format).count();
  }

  private long count() throws IOException {
    if (window.beginRecord() < 0) {
      return -1;
    }
    int headerCells = cellsOfRecord();
    if (headerCells == BROKEN) {
      window.resumeBehindFirstLine();
    }
    long count = 0;
    while (window.beginRecord() >= 0) {
      count++;
      int cells = cellsOfRecord();
      boolean isMiscounted = headerCells != BROKEN && cells != headerCells;
      if (cells == BROKEN || (isMiscounted && window.hasSeveralLines())) {
        window.resumeBehindFirstLine();
      }
    }
    return count;
  }

  private int cellsOfRecord() throws IOException {
    try {
      int cells = 1;
      while (true) {
        int first = window.nextByte();
        int last = first == quote ? behindQuotedCell() : behindPlainCell(first);
        if (last == BROKEN_CELL) {
          return BROKEN;
        }
        if (last != separator) {
          return cells;
        }
        cells++;
      }
    } catch (LineWindow.RecordTooLong tooLong) {
      return BROKEN;
    }
  }

  private int behindPlainCell(int first) throws IOException {
    int next = first;
    while (!endsCell(next)) {
      next = window.nextByte();
    }
    return next;
  }

  private int behindQuotedCell() throws IOException {
    int next = window.nextByte();
    while (true) {
      if (next < 0) {
        return BROKEN_CELL;
      }
      if (next == quote) {
        next = window.nextByte();
        if (next != quote) {
          break;
        }
      }
      next = window.nextByte();
    }
    while (!endsCell(next)) {
      if (!Character.isWhitespace(next)) {
        return BROKEN_CELL;
      }
      next = window.nextByte();
    }
    return next;
  }

  private boolean endsCell(int next) {
    return next < 0 || next == separator || next == '\n' || next == '\r';
  }
}
