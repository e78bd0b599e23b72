package io.clientele.jobs.evaluate;

import io.clientele.etl.mapping.Mapping;
import io.clientele.etl.source.FileFormat;
import io.clientele.jobs.init.profile.TimeGuess;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** An opened input: its columns, and rows of typed values made from them. */
public final class InputTable {
  private final SparkSession session;
  private final InputFile input;
  private final TableSource source;
  private final ColumnNames names;
  private RowCounts counts = new RowCounts(0, 0, 0, Map.of());
  private Optional<String> dateFormat = Optional.empty();

  private InputTable(SparkSession session, InputFile input, TableSource source) {
    this.session = session;
    this.input = input;
    this.source = source;
    this.names = new ColumnNames(source.columns());
  }

  /**
   * Opens it.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static InputTable open(SparkSession session, InputFile input) {
    requireFile(input);
    TableSource source =
        ParquetTable.isParquet(input.path())
            ? ParquetTable.of(session, input.path())
            : DelimitedTable.of(input);
    return new InputTable(session, input, source);
  }

  /**
   * Opens a text file as one column, {@code line}.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public static InputTable lines(SparkSession session, InputFile input) {
    requireFile(input);
    return new InputTable(session, input, new LineTable(input.path()));
  }

  private static void requireFile(InputFile input) {
    if (!Files.exists(input.path())) {
      throw new IllegalArgumentException(
          "Cannot read " + input.path() + ": there is no such file; check the path.");
    }
  }

  static IllegalArgumentException unreadable(Path path, Throwable reason) {
    String words = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    return new IllegalArgumentException(
        "Cannot read "
            + path
            + ": "
            + words.replaceFirst("^Cannot [a-z]+ [^:]*: ", "").replaceFirst("\\.$", "")
            + "; check the file.",
        reason);
  }

  /** Opens another file that is written alike. */
  public InputTable other(Path path) {
    return open(session, input.at(path)).withDateFormat(dateFormat);
  }

  public List<String> columns() {
    return source.columns();
  }

  /** Sets how dates are written; empty = found for a plain column, else ISO. */
  public InputTable withDateFormat(Optional<String> pattern) {
    dateFormat = pattern;
    return this;
  }

  /** Whether its numbers are written with a comma. */
  boolean isDecimalComma() {
    return source.format().decimalComma();
  }

  /** Every column as text under its own name; null = empty cell. */
  public Dataset<Row> texts() {
    List<Wanted> wanted = new ArrayList<>();
    for (String column : columns()) {
      String name = "c" + (wanted.size() + 1);
      wanted.add(Wanted.optional(name, FieldType.STRING, "column", column));
    }
    return rows(wanted).toDF(columns().toArray(String[]::new));
  }

  /**
   * The wanted values of every row that is kept and accepted, one column each.
   *
   * @throws IllegalArgumentException when a column or expression is wrong, or no row can be used
   */
  public Dataset<Row> rows(List<Wanted> wanted) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      expressions.put(each.field().name(), names.expression(each.option(), each.expression()));
    }
    input.where().ifPresent(filter -> names.expression("--where", filter));
    List<Field> fields = wanted.stream().map(Wanted::field).toList();
    Mapping mapping = Mapping.ofTable(fields, expressions, input.where(), format(wanted));
    Dataset<Row> records = source.cells(session, mapping.wantedColumns());
    MappedRows mapped = MappedRows.of(input.path(), records, mapping);
    counts = mapped.counts();
    requireRows(wanted);
    return mapped.rows();
  }

  private void requireRows(List<Wanted> wanted) {
    if (counts.accepted() > 0) {
      return;
    }
    throw new IllegalArgumentException(
        "Cannot use "
            + input.path()
            + ": none of its "
            + counts.rows()
            + " rows is accepted ("
            + String.join("; ", counts.warnings())
            + "); check "
            + String.join(", ", wanted.stream().map(Wanted::option).distinct().toList())
            + (input.where().isPresent() ? " and --where" : "")
            + (dateFormat.isEmpty() ? ", or say how dates are written with --date-format" : "")
            + ".");
  }

  private FileFormat format(List<Wanted> wanted) {
    Optional<String> pattern =
        dateFormat.isPresent()
            ? dateFormat
            : wanted.stream()
                .filter(each -> each.field().type().equals(FieldType.DATE))
                .flatMap(each -> guessedPattern(each.expression().strip()))
                .findFirst();
    return source.format().withNotation(source.format().decimalComma(), pattern);
  }

  /** The pattern of a plain column; none for ISO, which is read in all its forms. */
  private Stream<String> guessedPattern(String column) {
    int index = columns().indexOf(column);
    TimeGuess guess = new TimeGuess();
    if (index >= 0) {
      source.head().stream()
          .map(cells -> cells[index])
          .filter(cell -> cell != null && !cell.isBlank())
          .forEach(cell -> guess.add(cell.strip()));
    }
    return guess.pattern().stream().filter(pattern -> !pattern.startsWith("yyyy-MM-dd"));
  }

  /** What became of the records, after {@link #rows}. */
  RowCounts counts() {
    return counts;
  }
}
