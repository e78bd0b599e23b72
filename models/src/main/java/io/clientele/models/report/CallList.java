package io.clientele.models.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.clientele.models.Columns;
import io.clientele.models.RunningTotals;
import io.clientele.warehouse.report.RptChurnCallList;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The call list: scored customers by falling value at risk, equal ones by customer id, with what is
 * needed to call them.
 */
final class CallList {
  private CallList() {}

  /**
   * The list.
   *
   * @param scores scr_customer_churn of one date
   * @param segments scr_customer_segment of that date
   * @param rfm ftr_customer_rfm of that date
   * @param profiles dim_customer_profile
   */
  static Dataset<Row> of(
      Dataset<Row> scores, Dataset<Row> segments, Dataset<Row> rfm, Dataset<Row> profiles) {
    return ranked(scores)
        .join(
            segments.select("customer_id", "rfm_segment", "abc_class"),
            new String[] {"customer_id"},
            "left")
        .join(
            rfm.select("customer_id", "spend_last_365_days", "last_purchase_on"),
            new String[] {"customer_id"},
            "left")
        .join(contacts(profiles), new String[] {"customer_id"}, "left")
        .select(
            RptChurnCallList.TABLE.fields().stream()
                .map(field -> Columns.as(field, col(field.name())))
                .toArray(Column[]::new));
  }

  /** Places without gathering all customers: groups of equal value and id prefix, then within. */
  private static Dataset<Row> ranked(Dataset<Row> scores) {
    Dataset<Row> keyed =
        scores
            .withColumn("falling_value", expr("-value_at_risk"))
            .withColumn("id_prefix", expr("substring(customer_id, 1, 4)"));
    Dataset<Row> groups =
        RunningTotals.before(keyed, lit(1), 1, "falling_value", "id_prefix")
            .select("falling_value", "id_prefix", "rows_before");
    return keyed
        .join(groups, new String[] {"falling_value", "id_prefix"}, "inner")
        .withColumn(
            "place",
            row_number()
                .over(Window.partitionBy("falling_value", "id_prefix").orderBy("customer_id")))
        .withColumn("list_rank", expr("rows_before + place"));
  }

  private static Dataset<Row> contacts(Dataset<Row> profiles) {
    return profiles.select(
        "customer_id",
        "full_name",
        "email",
        "phone",
        "city",
        "region",
        "country",
        "is_marketing_allowed",
        "source_customer_ids");
  }

  /** How many scored customers stand in each band of ten percentage points; all ten bands. */
  static Dataset<Row> outlook(Dataset<Row> scores, Dataset<Row> rfm, Dataset<Row> asOf) {
    Dataset<Row> counted =
        scores
            .join(
                rfm.select("customer_id", "spend_last_365_days"),
                new String[] {"customer_id"},
                "left")
            .groupBy(
                col("as_of_date"),
                expr("cast(least(9, floor(churn_probability * 10)) as int)").as("band"))
            .agg(
                expr("count(1)").as("customer_count"),
                expr("sum(spend_last_365_days)").as("spend_last_365_days"),
                expr("sum(value_at_risk)").as("value_at_risk"));
    Dataset<Row> bands =
        asOf.select(col("as_of_date"), functions.explode(expr("sequence(0, 9)")).as("band"));
    return bands
        .join(counted, new String[] {"as_of_date", "band"}, "left")
        .selectExpr(
            "band",
            "as_of_date",
            "coalesce(customer_count, 0) as customer_count",
            "cast(coalesce(spend_last_365_days, 0) as decimal(18,6)) as spend_last_365_days",
            "cast(coalesce(value_at_risk, 0) as decimal(18,6)) as value_at_risk");
  }
}
