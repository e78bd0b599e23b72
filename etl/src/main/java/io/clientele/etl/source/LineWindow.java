package io.clientele.etl.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;

/**
 * Bytes of a file as characters 0 to 255, handed out line by line, so that whoever reads records
 * from it has consumed exactly the bytes of the record. It keeps the bytes of the current record: a
 * bad one can be shown, and reading can go on at the line after its start.
 *
 * <p>Separators, quotes and line ends are single bytes in every charset that {@link Charsets}
 * knows, so records can be found before characters are decoded, and offsets are bytes.
 */
final class LineWindow extends Reader {
  /** A record longer than this is taken for an unclosed quote. */
  static final int RECORD_LIMIT = 1 << 20;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[2 * CHUNK];
  private int start;
  private int position;
  private int end;
  private long base;
  private boolean isExhausted;
  private int firstLineEnd;

  /** A record ran over the limit. */
  static final class RecordTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    RecordTooLong() {
      super("record longer than " + RECORD_LIMIT + " bytes");
    }
  }

  LineWindow(InputStream in) {
    this.in = in;
  }

  /** Skips a byte order mark and blank lines; the offset of the next record, or -1 at the end. */
  long beginRecord() throws IOException {
    if (base + position == 0) {
      skipByteOrderMark();
    }
    start = position;
    while (has(1) && isLineEnd(buffer[position])) {
      position++;
      start = position;
    }
    firstLineEnd = -1;
    return has(1) ? base + start : -1;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!has(1)) {
      return -1;
    }
    checkLimit();
    int stop = Math.min(Math.min(end, position + length), start + RECORD_LIMIT);
    int written = 0;
    while (position < stop) {
      byte next = buffer[position];
      if (isLineEnd(next)) {
        return written == 0 ? lineEnd(target, offset) : written;
      }
      target[offset + written++] = (char) (next & 0xFF);
      position++;
    }
    return written;
  }

  private void checkLimit() throws RecordTooLong {
    if (position - start >= RECORD_LIMIT) {
      throw new RecordTooLong();
    }
  }

  /** CR LF, LF, and a CR alone, all as one LF. */
  private int lineEnd(char[] target, int offset) throws IOException {
    boolean isPair = buffer[position] == '\r' && has(2) && buffer[position + 1] == '\n';
    position += isPair ? 2 : 1;
    if (firstLineEnd < 0) {
      firstLineEnd = position - start;
    }
    target[offset] = '\n';
    return 1;
  }

  /** Next byte of the current record, or -1; for readers that need no characters. */
  int nextByte() throws IOException {
    if (!has(1)) {
      return -1;
    }
    checkLimit();
    byte next = buffer[position++];
    if (next == '\r' && has(1) && buffer[position] == '\n') {
      next = buffer[position++];
    }
    if (isLineEnd(next) && firstLineEnd < 0) {
      firstLineEnd = position - start;
    }
    return next & 0xFF;
  }

  /** Whether what was read of the current record goes beyond its first line. */
  boolean hasSeveralLines() {
    return firstLineEnd >= 0 && firstLineEnd < position - start;
  }

  /** Gives up the current record: goes on behind the first line of it. */
  void resumeBehindFirstLine() throws IOException {
    position = start;
    while (has(1)) {
      if (isLineEnd(buffer[position])) {
        boolean isPair = buffer[position] == '\r' && has(2) && buffer[position + 1] == '\n';
        position += isPair ? 2 : 1;
        break;
      }
      position++;
      start = Math.max(start, position - CHUNK);
    }
    start = position;
  }

  /** The record as far as it was read, without its line end. */
  byte[] record() {
    return bytes(position, Integer.MAX_VALUE);
  }

  /** At most so many bytes of the record, without its line end. */
  byte[] record(int limit) {
    return bytes(position, limit);
  }

  /** At most so many bytes of the first line of the record, without its line end. */
  byte[] firstLine(int limit) {
    return bytes(firstLineEnd < 0 ? position : start + firstLineEnd, limit);
  }

  private byte[] bytes(int until, int limit) {
    int stop = until;
    while (stop > start && isLineEnd(buffer[stop - 1])) {
      stop--;
    }
    return Arrays.copyOfRange(buffer, start, start + Math.min(stop - start, limit));
  }

  /** Whether all bytes of the record are ASCII. */
  boolean isAscii() {
    for (int i = start; i < position; i++) {
      if (buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }

  private void skipByteOrderMark() throws IOException {
    if (has(3)
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  /** Makes so many unread bytes available; false when the file has fewer. */
  private boolean has(int count) throws IOException {
    while (end - position < count && !isExhausted) {
      makeRoom();
      int read = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
      if (read < 0) {
        isExhausted = true;
      } else {
        end += read;
      }
    }
    return end - position >= count;
  }

  private void makeRoom() {
    if (start >= CHUNK && start > buffer.length / 2) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      base += start;
      position -= start;
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
