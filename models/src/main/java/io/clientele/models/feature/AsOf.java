package io.clientele.models.feature;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.feature.FtrAsOf;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The as-of date of the run and the rows that belong to it. The date stays a one-row table, so that
 * building a plan runs nothing; tables partitioned by date are joined with it, and the comparison
 * in {@link #only} lets Spark skip the partitions of other nights.
 */
public final class AsOf {
  private AsOf() {}

  /** The rows of tonight in a table partitioned by {@code as_of_date}. */
  public static Dataset<Row> tonight(Inputs in, String table) {
    return only(in.current(table), in.current(FtrAsOf.TABLE.name()).select("as_of_date"));
  }

  /** The published rows of the newest earlier as-of date. */
  public static Dataset<Row> nightBefore(Inputs in, String table) {
    Dataset<Row> previous =
        in.current(FtrAsOf.TABLE.name())
            .where("previous_as_of_date < as_of_date")
            .select(col("previous_as_of_date").as("as_of_date"));
    return only(in.published(table), previous);
  }

  /** The as-of date as a value; for training steps, which may run something. */
  public static Optional<LocalDate> date(Dataset<Row> asOf) {
    return asOf.select("as_of_date").takeAsList(1).stream()
        .findFirst()
        .map(row -> row.<Object>getAs(0))
        .map(AsOf::toLocalDate);
  }

  private static Dataset<Row> only(Dataset<Row> rows, Dataset<Row> dates) {
    Dataset<Row> selective = dates.where(col("as_of_date").gt(lit(Date.valueOf("1900-01-01"))));
    return rows.join(
        broadcast(selective), rows.col("as_of_date").equalTo(selective.col("as_of_date")), "semi");
  }

  private static LocalDate toLocalDate(Object value) {
    return value instanceof LocalDate local ? local : ((Date) value).toLocalDate();
  }
}
