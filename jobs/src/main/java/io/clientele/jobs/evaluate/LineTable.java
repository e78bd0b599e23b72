package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.FileFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A text file as one column: its lines. For files whose lines have no columns, as baskets. */
record LineTable(Path path) implements TableSource {
  static final String LINE = "line";

  @Override
  public List<String> columns() {
    return List.of(LINE);
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
      cells.add(col("value").as(DelimitedSource.cell(i)));
    }
    cells.add(lit(null).cast("array<string>").as(DelimitedSource.PROBLEMS));
    return session.read().text(path.toUri().toString()).select(cells.toArray(Column[]::new));
  }
}
