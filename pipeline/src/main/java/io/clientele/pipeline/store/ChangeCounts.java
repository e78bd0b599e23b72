package io.clientele.pipeline.store;

/**
 * What a change set does, in rows.
 *
 * @param inserted new rows
 * @param updated rows that replace another content of the same key
 * @param deleted rows taken away
 * @param quarantined refused rows among those inserted
 */
public record ChangeCounts(long inserted, long updated, long deleted, long quarantined) {
  public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0);

  public boolean isEmpty() {
    return inserted + updated + deleted == 0;
  }
}
