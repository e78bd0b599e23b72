package io.clientele.pipeline.store;

import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * The branch of a run in every table that it writes.
 *
 * @param name {@code run_<run id>}
 */
public record RunBranch(String name) {
  private static final String PREFIX = "run_";

  public static RunBranch of(String runId) {
    return new RunBranch(PREFIX + runId);
  }

  public boolean exists(Table table) {
    return table.refs().containsKey(name);
  }

  /** Snapshot at the head of the branch, else the published one. */
  Optional<Snapshot> head(Table table) {
    SnapshotRef ref = table.refs().get(name);
    return ref == null
        ? Optional.ofNullable(table.currentSnapshot())
        : Optional.of(table.snapshot(ref.snapshotId()));
  }

  long headId(Table table) {
    return head(table).map(Snapshot::snapshotId).orElse(Position.NO_SNAPSHOT);
  }

  /** Starts the branch anew from the published snapshot. */
  void restart(Table table) {
    drop(table);
    table.manageSnapshots().createBranch(name).commit();
    table.refresh();
  }

  /** Drops the branch; nothing happens when it does not exist. */
  public void drop(Table table) {
    if (exists(table)) {
      table.manageSnapshots().removeBranch(name).commit();
      table.refresh();
    }
  }
}
