package io.clientele.models.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dates of training and of the held-out window, so that no training outcome reaches into it
 * (several training dates: Gattermann-Itschert and Thonemann, EJOR 2021).
 *
 * @param heldOut newest date whose outcome is closed at the as-of date
 * @param training dates whose outcomes are closed at {@code heldOut}, newest first
 * @param horizonDays length of an outcome
 */
public record TimeSplit(LocalDate heldOut, List<LocalDate> training, int horizonDays) {
  public TimeSplit {
    training = List.copyOf(training);
    for (LocalDate date : training) {
      if (date.plusDays(horizonDays).isAfter(heldOut)) {
        throw new IllegalArgumentException(
            "Cannot train on "
                + date
                + ": its outcome of "
                + horizonDays
                + " days reaches beyond "
                + heldOut
                + ", the held-out date; choose an earlier one.");
      }
    }
  }

  /**
   * The split at an as-of date.
   *
   * @param cutOffs number of training dates
   * @param spacingDays days between them
   */
  public static TimeSplit at(LocalDate asOf, int horizonDays, int cutOffs, int spacingDays) {
    LocalDate heldOut = asOf.minusDays(horizonDays);
    LocalDate newest = heldOut.minusDays(horizonDays);
    return new TimeSplit(
        heldOut,
        IntStream.range(0, cutOffs)
            .mapToObj(i -> newest.minusDays((long) i * spacingDays))
            .toList(),
        horizonDays);
  }
}
