package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.FaultSchedule;
import io.clientele.sample.source.Shelf;
import java.util.List;
import java.util.Set;

/**
 * What is broken in the order files. Broken lines stand behind the good lines of a real order;
 * broken heads have numbers of their own and a line each, which then has no head.
 */
final class WebFaults {
  private static final String HEADS = "orders";
  private static final String LINES = "order_lines";
  private static final String WITHOUT_HEAD = "missing_order_head";
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  private static final List<Fault> OF_HEADS =
      List.of(
          Fault.cell(
              DIALECT, "impossible_date", "not_a_date(ordered_at)", 3, 1, "2025-02-30T10:15:00"),
          Fault.cell(DIALECT, "text_for_date", "not_a_date(ordered_at)", 2, 1, "gestern"),
          Fault.cell(
              DIALECT, "before_1970", "out_of_range(ordered_at)", 2, 1, "1969-12-31T18:00:00"),
          Fault.cell(DIALECT, "missing_order", "missing(order_id)", 2, 0, ""),
          Fault.cell(DIALECT, "missing_date", "missing(ordered_at)", 2, 1, ""),
          Fault.tooFewCells(DIALECT, 2, 2));
  private static final List<Fault> OF_LINES =
      List.of(
          Fault.cell(DIALECT, "text_for_number", "not_a_number(quantity)", 4, 3, "zwei"),
          Fault.cell(DIALECT, "wrong_number", "not_a_number(unit_price)", 3, 4, "12.9O"),
          Fault.cell(DIALECT, "missing_order", "missing(order_id)", 3, 0, ""),
          Fault.cell(DIALECT, "missing_sku", "missing(product_id)", 4, 2, ""),
          Fault.cell(DIALECT, "missing_quantity", "missing(quantity)", 3, 3, ""),
          Fault.cell(DIALECT, "missing_price", "missing(unit_price)", 2, 4, ""),
          Fault.cell(DIALECT, "zero_quantity", "zero(quantity)", 4, 3, "0"),
          Fault.tooFewCells(DIALECT, 3, 2),
          Fault.tooManyCells(DIALECT, 3, "19.00"),
          Fault.unclosedQuote(DIALECT, 3, 2),
          Fault.cell(
              DIALECT,
              "undecodable_byte",
              "undecodable",
              2,
              2,
              "NO-0" + ExtractFile.STRAY_BYTE + "12"),
          Fault.cell(DIALECT, "line_without_head", WITHOUT_HEAD, 4, 0, "W-0000815"),
          new Fault(
              "two_faults",
              "missing(product_id)|not_a_number(quantity)",
              2,
              cells -> Fault.joined(DIALECT, Fault.with(Fault.with(cells, 2, ""), 3, "1 Paar"))));

  private final Shelf shelf;
  private final FaultSchedule heads;
  private final FaultSchedule lines;

  WebFaults(Retailer retailer, Shelf shelf) {
    this.shelf = shelf;
    this.heads = schedule(retailer, OF_HEADS);
    this.lines = schedule(retailer, OF_LINES);
  }

  private FaultSchedule schedule(Retailer retailer, List<Fault> faults) {
    return shelf.isFirstPart()
        ? new FaultSchedule(
            faults,
            retailer.calendar().days(),
            retailer.calendar().fortnight(),
            Set.of(),
            slot -> slot % 6)
        : FaultSchedule.none();
  }

  void begin(int day) {
    heads.begin(day);
    lines.begin(day);
  }

  /** Behind a good order: its head, and what its next line could have been. */
  void plant(
      int day, ExtractFile headFile, ExtractFile lineFile, List<String> head, List<String> line) {
    List<Fault> ofLines = lines.take(day);
    for (int i = 0; i < ofLines.size(); i++) {
      int number = Integer.parseInt(line.get(1)) + i;
      List<String> next = Fault.with(line, 1, Integer.toString(number));
      shelf.plant(List.of(ofLines.get(i)), LINES, lineFile, next);
    }
    List<Fault> ofHeads = heads.take(day);
    for (int i = 0; i < ofHeads.size(); i++) {
      Fault fault = ofHeads.get(i);
      String number = "X" + head.get(0).substring(1) + (i == 0 ? "" : "-" + i);
      shelf.plant(List.of(fault), HEADS, headFile, Fault.with(head, 0, number));
      List<String> orphan = Fault.with(Fault.with(line, 0, number), 1, "1");
      shelf.plant(
          "line_of_broken_head", WITHOUT_HEAD, LINES, lineFile, Fault.joined(DIALECT, orphan));
    }
  }
}
