package io.clientele.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.export.ExportOptions.FileFormat;
import io.clientele.reports.published.PublishedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTablesTest {
  @TempDir Path temp;
  private Path warehouse;
  private Path out;

  @BeforeEach
  void publish() {
    warehouse = temp.resolve("warehouse");
    out = temp.resolve("out with blank/ü");
    try (TestWarehouse made = TestWarehouse.in(warehouse)) {
      made.parquet(
              "t/rows.parquet",
              "SELECT range::INTEGER AS id, CASE range WHEN 1 THEN '=cmd()' ELSE 'ok' END AS note, -range AS n,"
                  + " [{'day': DATE '2024-01-01'}] AS days FROM range(300000)",
              "id: 1, note: 2, n: 3, days: {__duckdb_field_id: 4, element: {__duckdb_field_id: 5, day: 6}}")
          .parquet(
              "t/gone.parquet",
              "SELECT '%s' AS file_path, 0::BIGINT AS pos"
                  .formatted(warehouse.resolve("t/rows.parquet")),
              "")
          .table("stg_shop__notes", ordered(), List.of("t/rows.parquet"), List.of("t/gone.parquet"))
          .publish(1, LocalDate.of(2024, 7, 1));
    }
  }

  private static Map<String, String> ordered() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("id", "int");
    types.put("note", "string");
    types.put("n", "bigint");
    types.put("days", "array<struct<day:date>>");
    return types;
  }

  @Test
  void deletedRowsAreNotInTheFileAndTextIsSafe() throws IOException {
    List<Path> files = export(List.of("stg_shop__notes"), FileFormat.CSV);
    assertThat(files).containsExactly(out.resolve("stg_shop__notes.csv"));
    assertThat(Files.readAllLines(files.get(0)))
        .hasSize(1 + 299_999)
        .startsWith("id,note,n,days", "1,'=cmd(),-1,\"[{\"\"day\"\":\"\"2024-01-01\"\"}]\"");
  }

  @Test
  void parquetIsPlainAndWhole() {
    export(List.of("stg_shop__notes"), FileFormat.PARQUET);
    try (PublishedWarehouse reader = PublishedWarehouse.open(warehouse)) {
      assertThat(
              reader.rows(
                  "SELECT count(*), min(id), max(days[1].day)::VARCHAR FROM '%s'"
                      .formatted(out.resolve("stg_shop__notes.parquet")),
                  row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))
          .containsExactly("299999 1 2024-01-01");
    }
  }

  @Test
  void withoutNamesEveryTableIsExported() {
    assertThat(export(List.of(), FileFormat.PARQUET))
        .contains(out.resolve("rpt_churn_call_list.parquet"), out.resolve("fct_sales.parquet"))
        .allMatch(Files::isRegularFile);
  }

  @Test
  void theWarehouseItselfIsNoPlaceForExports() {
    try (PublishedWarehouse reader = PublishedWarehouse.open(warehouse)) {
      ExportOptions inside =
          new ExportOptions(List.of(), FileFormat.CSV, warehouse.resolve("exports"));
      assertThatThrownBy(() -> ExportTables.run(reader, inside))
          .hasMessageContaining("lies inside the warehouse");
    }
  }

  private List<Path> export(List<String> tables, FileFormat format) {
    try (PublishedWarehouse reader = PublishedWarehouse.open(warehouse)) {
      return ExportTables.run(reader, new ExportOptions(tables, format, out));
    }
  }
}
