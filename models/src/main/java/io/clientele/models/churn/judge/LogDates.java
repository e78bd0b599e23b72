package io.clientele.models.churn.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The dates of a log's evaluation: test cut-offs, and for each the training dates whose outcomes
 * had closed before it, spaced as in the night.
 *
 * @param first first day of the log
 * @param horizonDays length of an outcome
 * @param tests dates that judge
 * @param count training dates for each
 * @param spacingDays days between them
 */
record LogDates(
    LocalDate first, int horizonDays, List<LocalDate> tests, int count, int spacingDays) {

  /** Newest first; dates before which hardly anything was known are left out. */
  List<LocalDate> training(LocalDate test) {
    return IntStream.range(0, count)
        .mapToObj(i -> test.minusDays(horizonDays + (long) i * spacingDays))
        .filter(date -> !date.isBefore(first.plusDays(spacingDays)))
        .toList();
  }

  /** Every date at which features are needed. */
  List<LocalDate> all() {
    TreeSet<LocalDate> dates = new TreeSet<>(tests);
    tests.forEach(test -> dates.addAll(training(test)));
    return List.copyOf(dates);
  }
}
