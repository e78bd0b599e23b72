package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A Parquet file or folder. Its values are taken as text, so that expressions mean the same as over
 * CSV.
 */
record ParquetTable(Dataset<Row> rows) implements TableSource {
  private static final String MAGIC = "PAR1";

  /** Whether the path holds Parquet: by its first bytes; a folder always. */
  static boolean isParquet(Path path) {
    if (Files.isDirectory(path)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
    } catch (IOException unreadable) {
      return false; // whoever reads it as text says why it cannot be read
    }
  }

  static ParquetTable of(SparkSession session, Path path) {
    try {
      return new ParquetTable(session.read().parquet(path.toUri().toString()));
    } catch (RuntimeException unreadable) {
      throw InputTable.unreadable(path, unreadable);
    }
  }

  @Override
  public List<String> columns() {
    return List.of(rows.columns());
  }

  @Override
  public FileFormat format() {
    return FileFormat.standard();
  }

  @Override
  public List<String[]> head() {
    return List.of();
  }

  @Override
  public Dataset<Row> cells(SparkSession session, List<String> wanted) {
    List<Column> cells = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      cells.add(col("`" + wanted.get(i) + "`").cast("string").as(DelimitedSource.cell(i)));
    }
    cells.add(lit(null).cast("array<string>").as(DelimitedSource.PROBLEMS));
    return rows.select(cells.toArray(Column[]::new));
  }
}
