package io.clientele.pipeline.store;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;

/** Row counts that a snapshot's summary tells without reading a row. */
final class Totals {
  private Totals() {}

  /** Live rows of the table. */
  static long rows(Snapshot snapshot) {
    return number(snapshot, SnapshotSummary.TOTAL_RECORDS_PROP)
        - number(snapshot, SnapshotSummary.TOTAL_POS_DELETES_PROP);
  }

  static long added(Snapshot snapshot) {
    return number(snapshot, SnapshotSummary.ADDED_RECORDS_PROP);
  }

  static long removed(Snapshot snapshot) {
    return number(snapshot, SnapshotSummary.DELETED_RECORDS_PROP);
  }

  private static long number(Snapshot snapshot, String property) {
    return Long.parseLong(snapshot.summary().getOrDefault(property, "0"));
  }
}
