package io.clientele.reports.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100 lines: 90 staged, 6 refused while staging, 4 left out; 2 of the staged have no order. */
class LoadOnTerminalTest {
  @TempDir Path temp;

  @Test
  void landedRowsAndTheirMoneyAreReadOffTheLine() {
    assertThat(printed((warehouse, out) -> new NightSummary(warehouse, "EUR").print(out)))
        .contains(
            "  shop lines                          100           90            6            4   10.00 EUR quarantined, of 5 rows the amount cannot be read; 400.00 EUR left out; 20.00 EUR refused while conforming")
        .contains(
            "Refused in all 8 rows, 30.00 EUR: quarantined 6 (10.00 EUR) and, staged first, while conforming 2 (20.00 EUR).");
  }

  @Test
  void theAdviceRunsAsItIsPrinted() {
    assertThat(printed((warehouse, out) -> new QuarantineView(warehouse).list(out)))
        .contains("  clientele quarantine replay shop.lines");
  }

  @Test
  void aRowThatWasStagedAndRefusedLaterShowsItsStagedValues() {
    assertThat(printed((warehouse, out) -> new QuarantineView(warehouse).show("missing_", 9, out)))
        .contains("[open] missing_order_head")
        .contains("    staged: order_id=W-7, product_id=P-1")
        .doesNotContain("batch_id=");
  }

  private String printed(BiConsumer<PublishedWarehouse, PrintWriter> command) {
    try (TestWarehouse made = TestWarehouse.in(temp)) {
      made.run(
              "INSERT INTO rpt_load_summary (source, entity, outcome, canonical_entity, row_count, amount, unreadable_amount_count) VALUES"
                  + " ('shop', 'lines', 'landed', 'sales_line', 100, 9410, 5),"
                  + " ('shop', 'lines', 'staged', 'sales_line', 90, 9000, 0),"
                  + " ('shop', 'lines', 'quarantined', 'sales_line', 6, 10, 5),"
                  + " ('shop', 'lines', 'filtered', 'sales_line', 4, 400, 0),"
                  + " ('shop', 'lines', 'refused', 'sales_line', 2, 20, 0),"
                  + " ('shop', 'lines', 'loaded', 'sales_line', 88, 8980, 0)")
          .run(
              "INSERT INTO raw_quarantine (batch_id, record_number, refused_by, source, entity, byte_offset, reasons, amount, status)"
                  + " VALUES ('b1', 7, 'conformed', 'shop', 'lines', 55, ['missing_order_head'], 20, 'open')")
          .parquet(
              "tables/stg/1.parquet",
              "SELECT 'W-7' AS order_id, 'P-1' AS product_id, NULL::VARCHAR AS store_id, 'b1' AS batch_id, 7::BIGINT AS record_number",
              "order_id: 1, product_id: 2, store_id: 3, batch_id: 4, record_number: 5")
          .table("stg_shop__lines", columns(), List.of("tables/stg/1.parquet"), List.of())
          .publish(1, LocalDate.of(2024, 7, 1));
    }
    StringWriter text = new StringWriter();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      PrintWriter out = new PrintWriter(text);
      command.accept(warehouse, out);
      out.flush();
    }
    return text.toString();
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : List.of("order_id", "product_id", "store_id", "batch_id")) {
      columns.put(name, "string");
    }
    columns.put("record_number", "bigint");
    return columns;
  }
}
