package io.clientele.jobs.init.profile;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a reader that is asked for too much text without a record coming out: a quote that is never
 * closed would otherwise swallow the rest of the file.
 */
final class RecordLimit extends FilterReader {
  private static final long MOST_CHARACTERS = 4L << 20;

  private long sinceRecord;

  RecordLimit(Reader in) {
    super(in);
  }

  /** A record came out. */
  void recordSeen() {
    sinceRecord = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(count);
    return count;
  }

  private void count(int more) throws IOException {
    sinceRecord += more;
    if (sinceRecord > MOST_CHARACTERS) {
      throw new IOException("a record is longer than 4 MiB: a quote is opened and never closed");
    }
  }
}
