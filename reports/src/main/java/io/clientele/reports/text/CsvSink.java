package io.clientele.reports.text;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as RFC 4180 has it, UTF-8 text, one line feed a row; text is safe to open in a spreadsheet.
 */
final class CsvSink implements RowSink {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final CSVPrinter printer;
  private List<Column> columns = List.of();

  CsvSink(Appendable out) throws IOException {
    this.printer = new CSVPrinter(out, FORMAT);
  }

  @Override
  public void head(List<Column> heading) throws IOException {
    columns = heading;
    for (Column column : columns) {
      printer.print(FormulaGuard.guard(column.name()));
    }
    printer.println();
  }

  @Override
  public void row(List<Object> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      String text = PlainText.of(values.get(i));
      printer.print(columns.get(i).isNumber() ? text : FormulaGuard.guard(text));
    }
    printer.println();
  }

  @Override
  public void end() throws IOException {
    printer.flush();
  }
}
