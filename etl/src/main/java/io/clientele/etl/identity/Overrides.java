package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.max;

import io.clientele.etl.conform.CustomerRecords;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What stewards said, as links between records that exist. */
final class Overrides {
  private static final StructType SHAPE =
      StructType.fromDDL(
          "left_source string, left_number string, right_source string, right_number string,"
              + " rule string, matched_value string");

  private Overrides() {}

  /** Rows of brg_customer_link, whether the records exist or not. */
  static Dataset<Row> of(SparkSession session, List<IdentitySettings.Override> overrides) {
    List<Row> rows =
        overrides.stream()
            .map(
                said ->
                    RowFactory.create(
                        said.left().source(),
                        said.left().number(),
                        said.right().source(),
                        said.right().number(),
                        said.isSame() ? IdentityRule.ALWAYS : IdentityRule.NEVER,
                        said.reason()))
            .toList();
    return session
        .createDataFrame(rows, SHAPE)
        .withColumn("one", CustomerRecords.recordId(col("left_source"), col("left_number")))
        .withColumn("two", CustomerRecords.recordId(col("right_source"), col("right_number")))
        .groupBy(
            least(col("one"), col("two")).as(Links.RECORD),
            greatest(col("one"), col("two")).as(Links.OTHER),
            col(Links.RULE))
        .agg(max(Links.VALUE).as(Links.VALUE));
  }

  /** Only those of which both records exist. */
  static Dataset<Row> between(Dataset<Row> overrides, Dataset<Row> records) {
    Dataset<Row> others = records.select(col(Links.RECORD).as(Links.OTHER));
    return overrides
        .join(records.select(Links.RECORD), new String[] {Links.RECORD}, "left_semi")
        .join(others, new String[] {Links.OTHER}, "left_semi")
        .select(Links.RECORD, Links.OTHER, Links.RULE, Links.VALUE);
  }
}
