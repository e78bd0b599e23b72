package io.clientele.models.crosssell.nightly;

import java.time.LocalDate;

/**
 * The days of a training, half open.
 *
 * @param from first day considered
 * @param heldOut first day that what is judged does not see
 * @param asOf day after the last
 */
record Window(LocalDate from, LocalDate heldOut, LocalDate asOf) {
  private static final int SHARE_HELD_OUT = 8;
  private static final int LEAST_HELD_OUT = 15;
  private static final int MOST_HELD_OUT = 90;

  static Window of(LocalDate asOf, int days) {
    int heldOut = Math.min(MOST_HELD_OUT, Math.max(LEAST_HELD_OUT, days / SHARE_HELD_OUT));
    return new Window(asOf.minusDays(days), asOf.minusDays(heldOut), asOf);
  }

  LocalDate lastQuarter() {
    return lastQuarter(from, asOf);
  }

  /** Of the time before the held-out part. */
  LocalDate earlierLastQuarter() {
    return lastQuarter(from, heldOut);
  }

  private static LocalDate lastQuarter(LocalDate first, LocalDate end) {
    return end.minusDays((end.toEpochDay() - first.toEpochDay()) / 4);
  }
}
