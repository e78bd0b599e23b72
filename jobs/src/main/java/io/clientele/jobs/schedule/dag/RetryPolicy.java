package io.clientele.jobs.schedule.dag;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and how late a failed task is tried again.
 *
 * @param retries attempts after the first
 * @param delay wait after a failed attempt
 * @param backoff factor by which the wait grows with each attempt; 0 and 1 = it does not
 * @param maxDelay longest wait; applies to a growing one only
 */
public record RetryPolicy(
    int retries, Duration delay, double backoff, Optional<Duration> maxDelay) {
  /** Airflow's defaults: none, 300 seconds, not growing. */
  public static final RetryPolicy NONE =
      new RetryPolicy(0, Duration.ofSeconds(300), 0, Optional.empty());

  public RetryPolicy {
    if (retries < 0 || delay.isNegative() || backoff < 0) {
      throw new IllegalArgumentException(
          "Cannot retry: retries %d, delay %s and backoff %s must not be negative; correct the task."
              .formatted(retries, delay, backoff));
    }
  }
}
