package io.clientele.reports.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesToLookAtTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  @TempDir private Path folder;

  private FilesToLookAt files(PublishedWarehouse warehouse, Path in) {
    return new FilesToLookAt(
        warehouse,
        List.of(
            new FilesToLookAt.Awaited("shop", "sales", "sales_*.csv", in),
            new FilesToLookAt.Awaited("shop", "people", "people_*.csv", in)));
  }

  private static String batch(String id, String run, String note) {
    return "INSERT INTO raw_batch (batch_id, source, entity, file_name, status, note,"
        + " landed_by_run_id) VALUES ('%s', 'shop', 'sales', '%s.csv', 'landed', %s, '%s')"
            .formatted(id, id, note, run);
  }

  @Test
  void anEmptyWarehouseMissesEveryFile() {
    TestWarehouse.in(folder).publish(1, JULY).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(folder)) {
      assertThat(files(warehouse, Path.of("/in")).isNothingLoaded()).isTrue();
      assertThat(files(warehouse, Path.of("/in")).lines())
          .containsExactly(
              "shop.sales: no file matches sales_*.csv in /in; put files there, or mend folder or"
                  + " files in clientele.yaml.",
              "shop.people: no file matches people_*.csv in /in; put files there, or mend folder or"
                  + " files in clientele.yaml.");
    }
  }

  @Test
  void aFileRefusedInFullIsNamedEveryNightAndOneThatCameAgainOnce() {
    try (TestWarehouse made = TestWarehouse.in(folder)) {
      made.run(batch("bad", "run-1", "NULL"))
          .run(batch("old", "run-1", "'It came again.'"))
          .run(batch("again", "run-2", "'It came again.'"))
          .run(
              "INSERT INTO cnf_sales_line_outcome (batch_id, outcome, source, entity, row_count)"
                  + " VALUES ('again', 'repeated', 'shop', 'sales', 499),"
                  + " ('again', 'loaded', 'shop', 'sales', 1)")
          .run(
              "INSERT INTO raw_batch_outcome (batch_id, outcome, row_count) VALUES"
                  + " ('old', 'staged', 9), ('again', 'staged', 500), ('bad', 'quarantined', 2)")
          .run(
              "INSERT INTO raw_quarantine (batch_id, record_number, refused_by, source, entity,"
                  + " reasons, status) VALUES"
                  + " ('bad', 1, 'staging', 'shop', 'sales', ['missing_column(qty)'], 'open'),"
                  + " ('bad', 2, 'staging', 'shop', 'sales', ['missing_column(qty)'], 'open'),"
                  + " ('old', 1, 'staging', 'shop', 'sales', ['missing(day)'], 'open')")
          .run(
              "INSERT INTO rpt_load_summary (source, entity, outcome, row_count)"
                  + " VALUES ('shop', 'sales', 'staged', 509)")
          .publish(2, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(folder)) {
      assertThat(files(warehouse, folder).isNothingLoaded()).isFalse();
      assertThat(files(warehouse, folder).lines())
          .containsExactly(
              "shop sales  again.csv: landed. It came again. Of its lines 499 were known and 1 are"
                  + " added.",
              "shop sales  bad.csv: all 2 records are refused, most often missing_column(qty), and"
                  + " wait in the quarantine; mend the mapping and run clientele quarantine replay"
                  + " shop.sales.",
              "shop.people: no file matches people_*.csv in"
                  + " "
                  + folder
                  + "; put files there, or mend folder or"
                  + " files in clientele.yaml.");
    }
  }

  @Test
  void whatIsKnownOfASourceWhoseFolderIsGoneIsStale() {
    try (TestWarehouse made = TestWarehouse.in(folder)) {
      made.run(batch("sales_1", "run-1", "NULL"))
          .run("UPDATE raw_batch SET effective_at = TIMESTAMP '2026-06-29 00:00:00'")
          .publish(3, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(folder)) {
      assertThat(files(warehouse, Path.of("/in")).lines())
          .first()
          .isEqualTo(
              "shop: its folder /in is not there, so what is known of it is stale: sales ends with"
                  + " sales_1.csv. Bring the folder back, or correct `folder` in clientele.yaml.");
    }
  }
}
