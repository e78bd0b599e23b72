package io.clientele.jobs.schedule.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * What the process of an attempt reports: that it has started, or how it ended.
 *
 * @param pid of the child process; 0 when none was started
 */
record AttemptEvent(String attemptId, long pid, Optional<End> end) {

  /**
   * How an attempt ended.
   *
   * @param exitCode empty when it did not end by itself
   * @param lastLine last line of its output
   * @param message why, where that is not plain
   * @param isFinal whether another attempt would end the same way
   * @param isHandedOver whether it was only stopped with its scheduler, which does not count
   */
  record End(
      Instant at,
      Optional<Integer> exitCode,
      Optional<String> lastLine,
      String message,
      boolean isFinal,
      boolean isHandedOver) {}

  static AttemptEvent started(String attemptId, long pid) {
    return new AttemptEvent(attemptId, pid, Optional.empty());
  }

  static AttemptEvent ended(String attemptId, End end) {
    return new AttemptEvent(attemptId, 0, Optional.of(end));
  }
}
