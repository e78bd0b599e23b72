package io.clientele.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.pipeline.metadata.Json;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.spec.FieldType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationRunTest {
  private static final List<Wanted> SALES =
      List.of(
          Wanted.required("customer", FieldType.STRING, "--customer", "Kunde Nr."),
          Wanted.required("day", FieldType.DATE, "--date", "Datum"),
          Wanted.required("amount", FieldType.DOUBLE, "--amount", "Betrag"));

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static InputFile input(Path path) {
    return new InputFile(path, Optional.empty(), true, Optional.empty());
  }

  private static InputTable open(InputFile input) {
    return InputTable.open(TestSpark.session(), input);
  }

  private static List<String> lines(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString("|")).toList();
  }

  @Test
  void germanNumbersAndDatesAreFoundAndBadRowsCounted() throws IOException {
    Path path =
        file(
            "sales.csv",
            """
            Kunde Nr.;Datum;Betrag
            7;24.12.2025;1.003,50
            8;25.12.2025;-0,5
            ;25.12.2025;9,99
            9;25.12.2025;viel
            """);
    InputTable table = open(input(path));
    assertThat(lines(table.rows(SALES)))
        .containsExactly("7|2025-12-24|1003.5", "8|2025-12-25|-0.5");
    assertThat(table.counts())
        .isEqualTo(
            new RowCounts(4, 0, 2, Map.of("missing(customer)", 1L, "not_a_number(amount)", 1L)));
  }

  @Test
  void aPackedFileWithoutHeaderAlignedByBlanksHasColumnsByNumber() throws IOException {
    Path path = folder.resolve("log.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write("  1  4 19970101\n 12 40 19970118\n".getBytes(StandardCharsets.UTF_8));
    }
    InputTable table =
        open(new InputFile(path, Optional.empty(), false, Optional.of("c2 + 0 > 4")));
    assertThat(table.columns()).containsExactly("c1", "c2", "c3");
    assertThat(lines(table.rows(List.of(Wanted.required("day", FieldType.DATE, "--date", "c3")))))
        .containsExactly("1997-01-18");
    assertThat(table.counts()).isEqualTo(new RowCounts(2, 1, 0, Map.of()));
  }

  @Test
  void parquetMeansTheSameAsText() throws IOException {
    Path path = folder.resolve("sales.parquet");
    try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 7 AS \"Kunde Nr.\", DATE '2025-12-24' AS \"Datum\", "
              + " 1.5::DECIMAL(9,2) AS \"Betrag\") TO '"
              + path
              + "' (FORMAT parquet)");
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
    assertThat(lines(open(input(path)).rows(SALES))).containsExactly("7|2025-12-24|1.5");
  }

  @Test
  void aWrongColumnIsAnsweredWithTheColumnsAndTheNearest() throws IOException {
    Path path = file("sales.csv", "Kunde,Datum\n1,2025-12-24\n");
    assertThatThrownBy(() -> open(input(path)).rows(SALES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--customer 'Kunde Nr.'")
        .hasMessageContaining("its columns are Kunde, Datum; did you mean Kunde?");
    assertThatThrownBy(() -> open(input(folder.resolve("none.csv"))))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void rowsOfWhichNoneCanBeUsedAreAnError() throws IOException {
    Path path = file("sales.csv", "Kunde Nr.,Datum,Betrag\n1,soon,1\n");
    assertThatThrownBy(() -> open(input(path)).rows(SALES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none of its 1 rows is accepted (1 rows rejected: not_a_date(day))");
  }

  private String printed(boolean isJson) throws IOException {
    Path path = file("t.csv", "a,b\n1,x\n2,y\n");
    StringWriter text = new StringWriter();
    new EvaluationRun("demo", input(path), isJson, Optional.of(folder.resolve("out")), "9")
        .print(
            workload -> TestSpark.session(),
            table -> {
              Map<String, Object> measures = new LinkedHashMap<>();
              measures.put("mean", 1.0 / 3);
              measures.put("spread", Double.NaN);
              return EvaluationResult.of(
                      Map.of("models", Map.of("plain", measures), "n", table.texts().count()))
                  .withWarnings(List.of("spread cannot be computed"))
                  .withSheet(
                      new EvaluationResult.Sheet(
                          "p.csv", List.of("id", "p"), List.of(List.of(1, .5))));
            },
            new PrintWriter(text));
    return text.toString();
  }

  @Test
  void jsonIsOneObjectWithNullForWhatCannotBeComputed() throws IOException {
    Map<?, ?> result = Json.read(printed(true), Map.class);
    assertThat(result.keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "task",
            "file",
            "rows",
            "rejected_rows",
            "left_out_rows",
            "models",
            "n",
            "warnings",
            "seconds",
            "version");
    assertThat(result.get("rows")).isEqualTo(2);
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("mean", 1.0 / 3);
    plain.put("spread", null);
    assertThat(result.get("models")).isEqualTo(Map.of("plain", plain));
    assertThat(result.get("warnings")).isEqualTo(List.of("spread cannot be computed"));
    assertThat(folder.resolve("out/p.csv")).hasContent("id,p\n1,0.5");
  }

  @Test
  void theTextShowsRowsOfMeasuresAsATable() throws IOException {
    assertThat(printed(false))
        .contains("task  demo\n")
        .contains("             mean  spread\n")
        .contains("  plain  0.333333       -\n");
  }
}
