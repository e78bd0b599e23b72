package io.clientele.jobs.evaluate;

import io.clientele.etl.source.FileFormat;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file as named columns of text. */
interface TableSource {
  List<String> columns();

  /** How its cells are written. */
  FileFormat format();

  /** The first records, for guesses; cells in the order of the columns, null = empty. */
  List<String[]> head();

  /** The wanted columns as the rows of a landed file, {@code cell_0} and so on. */
  Dataset<Row> cells(SparkSession session, List<String> wanted);
}
