package io.clientele.sample.tills;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.FaultSchedule;
import io.clientele.sample.source.Shelf;
import java.util.List;

/** What is broken in the receipt files; broken lines stand within real receipts. */
final class TillFaults {
  private static final Dialect DIALECT = Dialect.TILLS;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.cell(
              DIALECT, "impossible_date", "not_a_date(ordered_at)", 3, 1, "31.02.2025 10:15"),
          Fault.cell(DIALECT, "text_for_date", "not_a_date(ordered_at)", 2, 1, "Nachtrag"),
          Fault.cell(DIALECT, "before_1970", "out_of_range(ordered_at)", 3, 1, "01.01.1900 00:00"),
          Fault.cell(DIALECT, "missing_order", "missing(order_id)", 3, 0, ""),
          Fault.cell(DIALECT, "missing_sku", "missing(product_id)", 3, 3, ""),
          Fault.cell(DIALECT, "missing_quantity", "missing(quantity)", 3, 6, ""),
          Fault.cell(DIALECT, "zero_quantity", "zero(quantity)", 3, 6, "0"),
          Fault.cell(DIALECT, "text_for_number", "not_a_number(quantity)", 3, 6, "1 Stk."),
          Fault.cell(DIALECT, "wrong_number", "not_a_number(unit_price)", 3, 7, "19,9,5"),
          Fault.cell(DIALECT, "missing_price", "missing(unit_price)", 2, 7, ""),
          new Fault(
              "too_few_cells",
              "cell_count",
              4,
              cells -> "*** Kassenabschluss Filiale " + cells.get(2) + " ***"),
          Fault.tooManyCells(DIALECT, 3, "Umtausch"),
          new Fault(
              "two_faults",
              "not_a_date(ordered_at)|zero(quantity)",
              2,
              cells ->
                  Fault.joined(
                      DIALECT, Fault.with(Fault.with(cells, 1, "00.00.0000 00:00"), 6, "0"))));

  private TillFaults() {}

  static FaultSchedule schedule(Retailer retailer, Shelf shelf, TillMishaps mishaps) {
    return shelf.isFirstPart()
        ? new FaultSchedule(
            FAULTS,
            retailer.calendar().days(),
            retailer.calendar().fortnight(),
            mishaps.clean(),
            slot -> slot % 6)
        : FaultSchedule.none();
  }
}
