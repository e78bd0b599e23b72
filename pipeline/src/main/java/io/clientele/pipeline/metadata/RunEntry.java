package io.clientele.pipeline.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run in the ledger.
 *
 * @param id run id
 * @param command what was asked for
 * @param startedAt when, UTC
 * @param endedAt when it ended; empty while it runs
 * @param state how it stands
 * @param asOf its as-of date, once known
 * @param basePublication publication that it started from; 0 = none
 * @param message for people; empty when there is nothing to say
 */
public record RunEntry(
    String id,
    String command,
    Instant startedAt,
    Optional<Instant> endedAt,
    State state,
    Optional<LocalDate> asOf,
    long basePublication,
    String message) {

  /** How a run stands. */
  public enum State {
    /** A process works on it. */
    RUNNING,
    /** Its steps so far are done; more may come, nothing is published yet. */
    OPEN,
    PUBLISHED,
    /** The quality gate stopped it; nothing was published. */
    STOPPED,
    FAILED,
    /** Its process ended without a word, or its lease expired. */
    DEAD
  }
}
