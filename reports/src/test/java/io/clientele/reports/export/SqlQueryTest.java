package io.clientele.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlQueryTest {
  @TempDir static Path temp;

  @BeforeAll
  static void publish() {
    TestWarehouse.nordlicht(temp).publish(1, LocalDate.of(2024, 7, 1)).close();
  }

  @Test
  void aTableStandsAlignedWithNumbersRightAndNullsEmpty() {
    assertThat(
            answer(
                "SELECT * FROM (VALUES (1, 'a', NULL), (1000, 'long text', 2.50)) v(n, name, price)",
                OutputFormat.TABLE,
                OptionalInt.empty()))
        .isEqualTo(
            """
               n  name       price
            ----  ---------  -----
               1  a
            1000  long text   2.50
            """);
  }

  @Test
  void longTextIsCutOnATerminalOnly() {
    String sql = "SELECT 1 AS n, repeat('abc ', 20) AS words";
    assertThat(answer(sql, OutputFormat.TABLE, OptionalInt.of(40)).lines())
        .allMatch(line -> line.length() <= 40)
        .last()
        .asString()
        .endsWith("…");
    assertThat(answer(sql, OutputFormat.TABLE, OptionalInt.empty()))
        .contains("abc ".repeat(20).strip());
  }

  @Test
  void csvGuardsTextAndLeavesNumbers() {
    assertThat(
            answer(
                "SELECT '=1+1' AS a, -5 AS b, 'x,\"y\"' AS c, NULL AS d, '＋49' AS e, DATE '2024-01-31' AS f",
                OutputFormat.CSV,
                OptionalInt.of(20)))
        .isEqualTo("a,b,c,d,e,f\n'=1+1,-5,\"x,\"\"y\"\"\",,'＋49,2024-01-31\n");
  }

  @Test
  void jsonIsOneArrayOfObjects() {
    assertThat(
            answer(
                "SELECT 1 AS n, 1.50::DECIMAL(18,6) AS m, 'a\"\\\n' AS t, NULL AS nothing, true AS yes, [1, 2] AS list,"
                    + " {'day': DATE '2024-01-01'} AS one, TIMESTAMPTZ '2024-01-01 00:00:00Z' AS at, 'nan'::DOUBLE AS nan, 2 AS n",
                OutputFormat.JSON,
                OptionalInt.empty()))
        .isEqualTo(
            "[\n{\"n\":1,\"m\":1.500000,\"t\":\"a\\\"\\\\\\n\",\"nothing\":null,\"yes\":true,\"list\":[1,2],"
                + "\"one\":{\"day\":\"2024-01-01\"},\"at\":\"2024-01-01T00:00:00Z\",\"nan\":null,\"n_2\":2}\n]\n");
    assertThat(answer("SELECT 1 AS n WHERE false", OutputFormat.JSON, OptionalInt.empty()))
        .isEqualTo("[]\n");
  }

  @Test
  void theTablesCanBeListed() {
    assertThat(answer("SHOW TABLES", OutputFormat.CSV, OptionalInt.empty()))
        .contains("fct_sales", "rpt_churn_call_list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP VIEW fct_sales",
        "COPY fct_sales TO 'x.csv'",
        "SET threads = 8",
        "ATTACH 'x.db'",
        "CREATE TABLE t AS SELECT 1",
        "INSTALL httpfs",
        "PRAGMA database_list"
      })
  void onlySelectIsRun(String statement) {
    assertThatThrownBy(() -> answer(statement, OutputFormat.CSV, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot run the statement: only SELECT");
  }

  @Test
  void exactlyOneStatementIsRun() {
    assertThatThrownBy(() -> answer("SELECT 1; SELECT 2", OutputFormat.CSV, OptionalInt.empty()))
        .hasMessageContaining("holds 2 statements");
    assertThatThrownBy(() -> answer("  ", OutputFormat.CSV, OptionalInt.empty()))
        .hasMessageStartingWith("Cannot run the query");
    assertThat(answer("SELECT 1 AS n; -- the end", OutputFormat.CSV, OptionalInt.empty()))
        .isEqualTo("n\n1\n");
  }

  @Test
  void otherFilesCannotBeRead() throws Exception {
    Path secret = Files.writeString(temp.resolve("secret.csv"), "a\n1\n");
    assertThatThrownBy(
            () -> answer("SELECT * FROM '" + secret + "'", OutputFormat.CSV, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("disabled by configuration");
  }

  @Test
  void wrongNamesAreAnsweredWithTheNextMove() {
    assertThatThrownBy(
            () -> answer("SELECT * FROM fct_sale", OutputFormat.CSV, OptionalInt.empty()))
        .hasMessageContaining("fct_sale does not exist")
        .hasMessageContaining("the tables are raw_batch,");
    assertThatThrownBy(
            () -> answer("SELECT ordre_id FROM fct_sales", OutputFormat.CSV, OptionalInt.empty()))
        .hasMessageContaining("order_id")
        .hasMessageNotContaining("Attempting to execute");
    assertThatThrownBy(() -> answer("SELEC 1", OutputFormat.CSV, OptionalInt.empty()))
        .hasMessageContaining("syntax error")
        .hasMessageNotContaining("Attempting to execute");
  }

  private static String answer(String sql, OutputFormat format, OptionalInt width) {
    StringBuilder out = new StringBuilder();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      SqlQuery.run(warehouse, new SqlOptions(sql, format, width), out);
    }
    return out.toString();
  }
}
