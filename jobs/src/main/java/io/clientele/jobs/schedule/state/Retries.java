package io.clientele.jobs.schedule.state;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What follows a failed attempt, and after which wait. */
public final class Retries {
  /** Airflow's [core] max_task_retry_delay. */
  static final Duration LONGEST = Duration.ofDays(1);

  private Retries() {}

  /**
   * The state after a failed attempt.
   *
   * @param tryNumber number of the attempt, from 1
   * @param maxTries attempts that may fail before the task has failed
   */
  public static TaskState afterFailure(int tryNumber, int maxTries) {
    return tryNumber <= maxTries ? TaskState.UP_FOR_RETRY : TaskState.FAILED;
  }

  /** The state after a process has ended by itself. */
  public static TaskState afterExit(
      int exitCode, Set<Integer> skipCodes, int tryNumber, int maxTries) {
    if (exitCode == 0) {
      return TaskState.SUCCESS;
    }
    return skipCodes.contains(exitCode) ? TaskState.SKIPPED : afterFailure(tryNumber, maxTries);
  }

  /**
   * The wait after a failed attempt. A growing one has a part that looks random and is always the
   * same for the same instance and attempt.
   *
   * @param factor by which it grows with each attempt; 0 and 1 = it does not
   * @param max longest growing wait
   * @param key {@code dag_id#task_id#logical_date}
   */
  public static Duration delay(
      Duration delay, double factor, Optional<Duration> max, int tryNumber, String key) {
    if (factor == 0 || factor == 1) {
      return delay;
    }
    double seconds = delay.toMillis() / 1000.0 * Math.pow(factor, tryNumber - 1.0);
    Duration grown =
        seconds < LONGEST.toSeconds()
            ? jittered((long) Math.max(1, Math.ceil(seconds)), key + "#" + tryNumber)
            : LONGEST;
    Duration capped = shorter(grown, LONGEST);
    return max.map(limit -> shorter(capped, limit)).orElse(capped);
  }

  /** Between the seconds and just below twice as many. */
  private static Duration jittered(long seconds, String text) {
    BigInteger hash = new BigInteger(1, sha1(text));
    return Duration.ofSeconds(seconds + hash.mod(BigInteger.valueOf(seconds)).longValueExact());
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot spread retries: this Java has no SHA-1.", e);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
