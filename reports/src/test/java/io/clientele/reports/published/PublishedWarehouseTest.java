package io.clientele.reports.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedWarehouseTest {
  private static final LocalDate JULY = LocalDate.of(2024, 7, 1);

  @TempDir Path temp;

  @Test
  void aRenamedAndAnAddedColumnAndDeletedRowsReadAsTheTableIsToday() {
    Path folder = temp.resolve("with blank ü [x]");
    publishChangedTable(folder, "t/data/old.parquet", "t/data/month=2024-02/new.parquet");
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(folder)) {
      assertThat(warehouse.rows("SELECT count(*) FROM stg_shop__things", row -> row.getLong(1)))
          .containsExactly(6L);
      assertThat(
              warehouse.rows(
                  "SELECT * FROM stg_shop__things ORDER BY id",
                  PublishedWarehouseTest::joinedColumns))
          .containsExactly(
              "0|town 0|2024-01-01T12:00Z|null",
              "2|town 2|2024-01-01T12:00Z|null",
              "3|town 3|2024-01-01T12:00Z|null",
              "4|town 4|2024-01-01T12:00Z|null",
              "5|new 5|2024-02-01T12:00Z|0.500000",
              "6|new 6|2024-02-01T12:00Z|0.500000");
    }
  }

  @Test
  void aColumnThatIsDeclaredSinceThePublicationIsEmpty() throws IOException {
    TestWarehouse.in(temp)
        .run("INSERT INTO scr_customer_value (customer_id, lifetime_value_low) VALUES ('a', 5)")
        .publish(1, JULY)
        .close();
    Path manifest = temp.resolve(Publication.CURRENT);
    String column = "\\{[^{}]*\"lifetime_value_low\"[^{}]*},\\s*";
    String before = Files.readString(manifest);
    String older = before.replaceFirst(column, "");
    assertThat(older).hasSizeLessThan(before.length());
    Files.writeString(manifest, older);
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      assertThat(
              warehouse.rows(
                  "SELECT customer_id || ' ' || coalesce(lifetime_value_low::VARCHAR, 'empty')"
                      + " FROM scr_customer_value",
                  row -> row.getString(1)))
          .containsExactly("a empty");
    }
  }

  /** Column city became town and score was added after the old file; one row of each is deleted. */
  private static void publishChangedTable(Path folder, String oldFile, String newFile) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", "bigint");
    columns.put("town", "string");
    columns.put("bought_at", "timestamp");
    columns.put("score", "decimal(18,6)");
    try (TestWarehouse made = TestWarehouse.in(folder)) {
      made.parquet(
              oldFile,
              "SELECT range AS id, 'town ' || range AS city, TIMESTAMPTZ '2024-01-01 12:00:00Z' AS bought_at FROM range(5)",
              "id: 1, city: 2, bought_at: 3")
          .parquet(
              newFile,
              "SELECT range AS id, 'new ' || range AS town, TIMESTAMPTZ '2024-02-01 12:00:00Z' AS bought_at, 0.5::DECIMAL(18,6) AS score FROM range(5, 8)",
              "id: 1, town: 2, bought_at: 3, score: 4")
          .parquet(
              "t/data/gone.parquet",
              "SELECT 'file:%s' AS file_path, 1::BIGINT AS pos UNION ALL SELECT '%s', 2"
                  .formatted(folder.resolve(oldFile), folder.resolve(newFile)),
              "")
          .table(
              "stg_shop__things",
              columns,
              List.of(oldFile, newFile),
              List.of("t/data/gone.parquet"))
          .publish(1, JULY);
    }
  }

  @Test
  void emptyTablesHaveNoRowsAndTheirTypes() {
    TestWarehouse.in(temp).publish(1, JULY).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      assertThat(
              warehouse.rows(
                  "SELECT column_type FROM (DESCRIBE rpt_churn_call_list) WHERE column_name = 'value_at_risk'",
                  row -> row.getString(1)))
          .containsExactly("DECIMAL(18,6)");
      assertThat(warehouse.rows("SELECT * FROM ftr_customer_state", row -> 1)).isEmpty();
    }
  }

  @Test
  void nestedPurchaseDaysAreReadable() {
    TestWarehouse.nordlicht(temp).publish(1, JULY).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      List<Boolean> equal =
          warehouse.rows(
              "SELECT (SELECT sum(d.spend_bought) FROM (SELECT unnest(days) AS d FROM ftr_customer_state))"
                  + " = (SELECT sum(spend_bought) FROM fct_customer_day)",
              row -> row.getBoolean(1));
      assertThat(equal).containsExactly(true);
    }
  }

  @Test
  void asOfReadsTheNewestPublicationOfThatDayOrBefore() {
    try (TestWarehouse made = TestWarehouse.in(temp)) {
      made.run("INSERT INTO ftr_as_of (as_of_date) VALUES (DATE '2024-06-01')")
          .publish(1, day("2024-06-01"));
      made.run("UPDATE ftr_as_of SET as_of_date = DATE '2024-06-08'").publish(2, day("2024-06-08"));
      made.run("UPDATE ftr_as_of SET as_of_date = DATE '2024-06-15'").publish(3, day("2024-06-15"));
    }
    assertThat(publishedDay(Optional.empty())).isEqualTo(day("2024-06-15"));
    assertThat(publishedDay(Optional.of(day("2024-06-14")))).isEqualTo(day("2024-06-08"));
    assertThat(publishedDay(Optional.of(day("2024-06-01")))).isEqualTo(day("2024-06-01"));
    assertThatThrownBy(() -> publishedDay(Optional.of(day("2024-05-31"))))
        .hasMessage(
            "Cannot read the warehouse as of 2024-05-31: the oldest publication kept is as of 2024-06-01; name that or a later day.");
  }

  @Test
  void aCandidateIsReadByItsRunAndByNobodyElse() throws Exception {
    try (TestWarehouse made = TestWarehouse.in(temp)) {
      made.run("INSERT INTO ftr_as_of (as_of_date) VALUES (DATE '2024-06-08')")
          .publish(2, day("2024-06-08"));
      Files.move(
          temp.resolve(Publication.CURRENT), temp.resolve(Publication.candidateName("run-2")));
      made.run("UPDATE ftr_as_of SET as_of_date = DATE '2024-06-01'").publish(1, day("2024-06-01"));
    }
    assertThat(publishedDay(Optional.empty())).isEqualTo(day("2024-06-01"));
    try (PublishedWarehouse candidate = PublishedWarehouse.candidate(temp, "run-2")) {
      assertThat(candidate.rows("SELECT as_of_date::VARCHAR FROM ftr_as_of", r -> r.getString(1)))
          .containsExactly("2024-06-08");
    }
    assertThatThrownBy(() -> PublishedWarehouse.candidate(temp, "run-3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read run run-3: no run of that id is open;");
  }

  @Test
  void beforeTheFirstNightTheReaderSaysSo() {
    assertThatThrownBy(() -> PublishedWarehouse.open(temp))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Cannot read the warehouse: no night has been published in "
                + temp
                + "; run clientele nightly first.");
  }

  @Test
  void aWarehouseThatWasMovedIsRefused() throws IOException {
    Path first = temp.resolve("first");
    TestWarehouse.in(first).publish(1, JULY).close();
    Files.move(first, temp.resolve("second"));
    assertThatThrownBy(() -> PublishedWarehouse.open(temp.resolve("second")))
        .hasMessageContaining("it was published in " + first)
        .hasMessageEndingWith("run clientele relocate.");
  }

  @Test
  void aBrokenManifestIsNamed() throws IOException {
    TestWarehouse.in(temp).publish(1, JULY).close();
    Files.writeString(temp.resolve("publications/current.json"), "{\"id\": 1, ");
    assertThatThrownBy(() -> PublishedWarehouse.open(temp))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Cannot read the manifest " + temp.resolve("publications"));
  }

  @Test
  void anUnknownTableIsAnsweredWithTheNearestOne() {
    TestWarehouse.in(temp).publish(1, JULY).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      assertThatThrownBy(() -> warehouse.table("fct_sale"))
          .hasMessageContaining("did you mean fct_sales?");
    }
  }

  private LocalDate publishedDay(Optional<LocalDate> asOf) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp, asOf)) {
      LocalDate day =
          warehouse
              .first(
                  "SELECT as_of_date FROM ftr_as_of",
                  row -> row.getObject("as_of_date", LocalDate.class))
              .orElseThrow();
      assertThat(warehouse.publication().asOf()).isEqualTo(day);
      return day;
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static String joinedColumns(ResultSet row) throws SQLException {
    return row.getObject(1)
        + "|"
        + row.getObject(2)
        + "|"
        + row.getObject(3)
        + "|"
        + row.getObject(4);
  }
}
