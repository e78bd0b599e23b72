package io.clientele.jobs.schedule.timetable;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of runs, as Airflow 3.2 and later makes them; unique within a DAG, never a date. */
public final class RunIds {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.~:+-]+");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ASSET_SUFFIX_LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunIds() {}

  /** {@code scheduled__2025-03-02T00:00:00+00:00}; the instant is when the run is due. */
  public static String of(RunType type, Instant runAfter) {
    String id = type.prefix() + isoText(runAfter);
    return type == RunType.ASSET_TRIGGERED ? id + "_" + randomLetters() : id;
  }

  /** ISO 8601 in UTC with microseconds only where there are some, as Python prints it. */
  public static String isoText(Instant instant) {
    Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
    return (micros.getNano() == 0 ? SECONDS : MICROSECONDS).format(micros);
  }

  /** The type that an id shows; an id of no known form is a manual one. */
  public static RunType typeOf(String runId) {
    return Arrays.stream(RunType.values())
        .filter(type -> runId.startsWith(type.prefix()))
        .findFirst()
        .orElse(RunType.MANUAL);
  }

  /**
   * Accepts an id that a person chose.
   *
   * @throws IllegalArgumentException when it has forbidden characters or is another type's
   */
  public static void checkManual(String runId) {
    if (!ALLOWED.matcher(runId).matches() || runId.contains("..")) {
      throw new IllegalArgumentException(
          "Cannot trigger run '%s': an id has letters, digits and _ . ~ : + - and no two dots in a row; choose another."
              .formatted(runId));
    }
    if (typeOf(runId) != RunType.MANUAL) {
      throw new IllegalArgumentException(
          "Cannot trigger run '%s': ids that begin with '%s' belong to %s runs; choose another."
              .formatted(runId, typeOf(runId).prefix(), typeOf(runId).text()));
    }
  }

  private static String randomLetters() {
    return RANDOM
        .ints(ASSET_SUFFIX_LENGTH, 0, LETTERS.length())
        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
        .collect(Collectors.joining());
  }
}
