package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.dimension.SurrogateKeys;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The version of a member that was valid when something happened, as ordering a line. A first
 * version's key follows from the member alone, so only later versions are looked up.
 *
 * @param id column of the member in fact and dimension
 * @param key surrogate key
 * @param at column of the fact that says when it happened, UTC
 */
record VersionLookUp(String id, String key, String at) {

  /** Adds the key to rows that have the member's id and the time. */
  Dataset<Row> in(Dataset<Row> lines, Dataset<Row> dimension) {
    Dataset<Row> later =
        dimension
            .where(col("valid_from").gt(lit(SurrogateKeys.FIRST)))
            .select(
                col(id).as("_id"),
                col("valid_from").as("_from"),
                col("valid_to").as("_to"),
                col(key).as("_later"));
    Column isValid =
        col(id).equalTo(col("_id")).and(col(at).geq(col("_from"))).and(col(at).lt(col("_to")));
    Column found = coalesce(col("_later"), SurrogateKeys.firstVersion(col(id)));
    return lines
        .join(TouchedKeys.lookUp(later), isValid, "left")
        .withColumn(key, when(col(id).isNull(), lit(SurrogateKeys.UNKNOWN)).otherwise(found))
        .drop("_id", "_from", "_to", "_later");
  }

  /** Members whose set of later versions changed. */
  Dataset<Row> moved(Dataset<Row> changes) {
    return TouchedKeys.sides(
            changes.where(col("change_type").notEqual("update")), col(id), col("valid_from"))
        .where(col("valid_from").gt(lit(SurrogateKeys.FIRST)))
        .select(id)
        .distinct();
  }
}
