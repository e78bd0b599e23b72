package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected records, without collecting them. Each round every record takes the smallest label of
 * its neighbours and then that label's own label, so a chain of n records needs about log n rounds
 * (label propagation with shortcuts).
 */
final class Components {
  /** The smallest record id that is connected with the record. */
  static final String LABEL = "component";

  private static final String RECORD = Links.RECORD;
  private static final int ROUNDS = 40;

  private final UnaryOperator<Dataset<Row>> settled;

  /**
   * @param settled computes rows that the next round builds on; see {@link
   *     io.clientele.pipeline.Inputs#settled}
   */
  Components(UnaryOperator<Dataset<Row>> settled) {
    this.settled = settled;
  }

  /**
   * Record and label of every linked record.
   *
   * @param bothWays see {@link Links#bothWays}
   */
  Dataset<Row> of(Dataset<Row> bothWays) {
    Dataset<Row> neighbours = settled.apply(bothWays.select(RECORD, Links.OTHER).distinct());
    Dataset<Row> labels = first(neighbours);
    for (int round = 0; round < ROUNDS; round++) {
      labels = settled.apply(round(neighbours, labels.select(RECORD, LABEL)));
      if (!labels.agg(coalesce(max("has_moved"), lit(false))).head().getBoolean(0)) {
        return labels.select(RECORD, LABEL);
      }
    }
    throw new IllegalStateException(
        "Cannot find the customers of tonight's records: after "
            + ROUNDS
            + " rounds a chain of links still grows; lower identity.shared_by_at_most.");
  }

  private static Dataset<Row> first(Dataset<Row> neighbours) {
    Column smaller =
        when(col(RECORD).lt(col(Links.OTHER)), col(RECORD)).otherwise(col(Links.OTHER));
    return neighbours.groupBy(RECORD).agg(min(smaller).as(LABEL));
  }

  private static Dataset<Row> round(Dataset<Row> neighbours, Dataset<Row> labels) {
    Dataset<Row> offered =
        neighbours
            .join(labels.withColumnRenamed(RECORD, Links.OTHER), Links.OTHER)
            .select(col(RECORD), col(LABEL), lit(null).cast("string").as("had"))
            .union(labels.select(col(RECORD), col(LABEL), col(LABEL)));
    Dataset<Row> taken = offered.groupBy(RECORD).agg(min(LABEL).as("taken"), max("had").as("had"));
    Dataset<Row> further = labels.select(col(RECORD).as("taken"), col(LABEL).as("further"));
    return taken
        .join(further, "taken")
        .select(
            col(RECORD), col("further").as(LABEL), col("further").lt(col("had")).as("has_moved"));
  }
}
