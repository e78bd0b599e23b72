package io.clientele.models.segment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.clientele.models.RunningTotals;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pareto classes by net spend of the last 365 days: sorted by spend, the customers before whom less
 * than 80 % of all positive spend stands are A, those before whom less than 95 % stands are B, the
 * rest and everybody without positive spend is C. Customers of equal spend have the same class.
 */
public final class AbcClasses {
  private AbcClasses() {}

  /** The rows with {@code abc_class}; they carry spend_last_365_days. */
  public static Dataset<Row> classify(Dataset<Row> rows) {
    Dataset<Row> keyed = rows.withColumn("descending_spend", expr("-spend_last_365_days"));
    Dataset<Row> classes =
        RunningTotals.before(
                keyed.where("spend_last_365_days > 0"),
                col("spend_last_365_days"),
                1,
                "descending_spend")
            .select(
                col("descending_spend"),
                expr("case when weight_before < 0.80 * all_weight then 'A'"
                        + " when weight_before < 0.95 * all_weight then 'B' else 'C' end")
                    .as("class"));
    return keyed
        .join(classes, new String[] {"descending_spend"}, "left")
        .withColumn("abc_class", expr("coalesce(class, 'C')"))
        .drop("descending_spend", "class");
  }
}
