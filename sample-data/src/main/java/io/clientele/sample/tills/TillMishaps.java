package io.clientele.sample.tills;

import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Shelf;
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
}
