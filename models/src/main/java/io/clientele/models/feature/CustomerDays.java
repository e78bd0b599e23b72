package io.clientele.models.feature;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Purchase days by durable customer, and the dates as of which they are read. */
public final class CustomerDays {
  private CustomerDays() {}

  /**
   * One row per customer record and day, under the durable id; a customer of several records has
   * several rows a day, which are summed on read.
   */
  public static Dataset<Row> of(Dataset<Row> states, Dataset<Row> bridge) {
    return states
        .join(bridge.select("customer_record_id", "customer_id"), "customer_record_id")
        .select(col("customer_id"), explode(col("days")).as("entry"))
        .select("customer_id", "entry.*");
  }

  /** Tonight: every row that is there was known, only the day counts. */
  public static Dataset<Row> tonight(Dataset<Row> asOf) {
    return asOf.select(col("as_of_date"), lit(null).cast("timestamp").as("known_before"));
  }

  /**
   * Past dates: only what was known in the night of that date, before the following midnight in the
   * company's zone.
   */
  public static Dataset<Row> pastNights(
      SparkSession session, List<LocalDate> cutOffs, ZoneId companyZone) {
    List<Row> rows =
        cutOffs.stream()
            .map(
                date ->
                    RowFactory.create(
                        java.sql.Date.valueOf(date),
                        Timestamp.from(date.plusDays(1).atStartOfDay(companyZone).toInstant())))
            .toList();
    return session.createDataFrame(
        rows, StructType.fromDDL("as_of_date date, known_before timestamp"));
  }
}
