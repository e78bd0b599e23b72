package io.clientele.sample.source;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.truth.EntityTally;
import io.clientele.sample.truth.PlantedTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One entity of a system: at the end of each period its rows go into a file, some with a broken row
 * behind them, and are counted.
 */
public final class Desk implements SourceSystem {
  private static final int LATE_DAYS = 9;
  private static final int COPY_AFTER_DAYS = 3;

  private final SalesCalendar calendar;
  private final Shelf shelf;
  private final Layout layout;
  private final Rows rows;
  private final FaultSchedule faults;
  private final EntityTally tally;
  private int faultMonth = -1;

  public Desk(Retailer retailer, Shelf shelf, PlantedTruth truth, Layout layout, Rows rows) {
    this.calendar = retailer.calendar();
    this.shelf = shelf;
    this.layout = layout;
    this.rows = rows;
    this.tally = new EntityTally(shelf.source(), layout.entity(), truth);
    int months = retailer.options().months();
    Set<Integer> clean = Set.of(layout.mishaps().twiceMonth());
    this.faults =
        shelf.isFirstPart() && !layout.faults().isEmpty()
            ? new FaultSchedule(layout.faults(), months, months - 1, clean, month -> month % 6)
            : FaultSchedule.none();
  }

  @Override
  public String name() {
    return layout.entity();
  }

  @Override
  public void day(int day) {
    if (day == 0 && layout.cadence().hasHistory()) {
      deliver(Period.history(calendar), calendar.date(0), 0);
    }
    if (layout.cadence().isDue(calendar, day)) {
      deliver(layout.cadence().period(calendar, day), calendar.date(day), calendar.month(day));
    }
  }

  @Override
  public void end() {
    tally.end();
  }

  private void deliver(Period period, LocalDate date, int month) {
    // Every month of a file that covers several brings its faults.
    while (faultMonth < month) {
      faults.begin(++faultMonth);
    }
    boolean isLate = isOf(period, layout.mishaps().lateMonth());
    LocalDate on = isLate ? date.plusDays(LATE_DAYS) : date;
    String name = layout.entity() + "_" + period.label();
    tally.month(period.label().substring(0, 4) + "-" + period.label().substring(4, 6));
    Shelf.Delivery delivery = new Shelf.Delivery(name, on, isLate ? "late" : "");
    ExtractFile file = shelf.open(layout.entity(), delivery, layout.dialect(), header(month));
    try (file) {
      rows.write(period, (person, cents, cells) -> write(file, person, cents, cells));
    }
    if (isOf(period, layout.mishaps().twiceMonth())) {
      shelf.deliverAgain(layout.entity(), file.name(), "_copy", date.plusDays(COPY_AFTER_DAYS));
    }
  }

  private void write(ExtractFile file, int person, long cents, List<String> cells) {
    file.write(cells);
    tally.row(person, cents);
    List<Fault> due = faults.take(faultMonth);
    for (int i = 0; i < due.size(); i++) {
      shelf.plant(List.of(due.get(i)), layout.entity(), file, stranger(cells, i));
    }
  }

  /** Broken rows are of things found nowhere else. */
  private static List<String> stranger(List<String> good, int number) {
    return Fault.with(good, 0, "X" + good.get(0).substring(1) + (number == 0 ? "" : "-" + number));
  }

  private boolean isOf(Period period, int month) {
    return period.firstDay() >= 0 && calendar.month(period.firstDay()) == month;
  }

  private String[] header(int month) {
    Layout.Mishaps mishaps = layout.mishaps();
    List<String> names = new ArrayList<>(layout.header());
    if (mishaps.renamedFromMonth() >= 0 && month >= mishaps.renamedFromMonth()) {
      names.set(mishaps.column(), mishaps.newName());
    }
    return names.toArray(String[]::new);
  }
}
