package io.clientele.pipeline.store;

/**
 * A place in the history of a table, up to which a consumer has read.
 *
 * @param snapshot snapshot of the table; {@link #NO_SNAPSHOT} = it was never written
 * @param changes snapshot of its change sets; {@link #NO_SNAPSHOT} = there are none yet
 */
public record Position(long snapshot, long changes) {
  public static final long NO_SNAPSHOT = -1;

  /** Before the first row. */
  public static final Position START = new Position(NO_SNAPSHOT, NO_SNAPSHOT);

  public boolean wasNeverWritten() {
    return snapshot == NO_SNAPSHOT;
  }
}
