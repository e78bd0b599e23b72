package io.clientele.jobs.schedule.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the database knows of a DAG; its definition is in its file.
 *
 * @param isStale whether its file does not name it any more
 * @param next its next automated run, as last computed
 */
public record DagEntry(
    String dagId,
    String file,
    boolean isPaused,
    boolean isStale,
    Optional<Next> next,
    Instant firstSeenAt,
    Instant lastSeenAt) {
  /** The dates of the next run; its interval starts with its logical date. */
  public record Next(Instant logicalDate, Instant intervalEnd, Instant runAfter) {}
}
