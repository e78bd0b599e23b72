package io.clientele.sample.source;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.SalesCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What goes wrong with whole files of the tills in the last fortnight. */
final class TillMishaps {
  private static final int TWICE = 3;
  private static final int LATE = 4;
  private static final int COPY_ARRIVES = 5;
  private static final int LATE_ARRIVES = 6;

  private final SalesCalendar calendar;
  private final List<Integer> openDays;

  TillMishaps(SalesCalendar calendar) {
    this.calendar = calendar;
    this.openDays = calendar.openDaysOfFortnight();
  }

  /** The day whose file is delivered a second time under another name. */
  int twiceDay() {
    return openDays.get(TWICE);
  }

  LocalDate copyArrives() {
    return calendar.date(openDays.get(COPY_ARRIVES));
  }

  /** Days whose files hold no broken rows. */
  Set<Integer> clean() {
    return Set.of(openDays.get(TWICE), openDays.get(LATE));
  }

  /** The file of the period: in the night of its last day, but one comes late. */
  Shelf.Delivery delivery(String entity, Period period) {
    boolean isLate = period.firstDay() == openDays.get(LATE);
    LocalDate on = calendar.date(isLate ? openDays.get(LATE_ARRIVES) : period.lastDay());
    return new Shelf.Delivery(entity + "_" + period.label(), on, isLate ? "late" : "");
  }

  /** Name of the copy. */
  String copy(ExtractFile file) {
    Path original = file.path();
    Path copy = original.resolveSibling(file.name().replace(".csv", "_kopie.csv"));
    try {
      Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot copy " + original + ": " + e.getMessage() + "; is the disk full?", e);
    }
    return copy.getFileName().toString();
  }
}
