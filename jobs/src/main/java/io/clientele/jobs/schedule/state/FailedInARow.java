package io.clientele.jobs.schedule.state;

import java.util.List;

/** When a DAG has failed so often that it is paused. */
public final class FailedInARow {
  private FailedInARow() {}

  /**
   * Whether the newest runs all failed.
   *
   * @param newestFirst states of the runs by logical date
   * @param limit how many must have failed; 0 = never
   */
  public static boolean isReached(List<RunState> newestFirst, int limit) {
    return limit > 0
        && newestFirst.size() >= limit
        && newestFirst.stream().limit(limit).allMatch(state -> state == RunState.FAILED);
  }
}
