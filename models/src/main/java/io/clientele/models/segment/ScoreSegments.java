package io.clientele.models.segment;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.feature.AsOf;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.score.ScrCustomerSegment;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores every customer's segments: those by rule, and those that a training found. */
public final class ScoreSegments implements Step {
  /** Version of the rules; it changes when a cut, a name or a stage changes. */
  public static final String MODEL_VERSION = "rules-1";

  private static final String TABLE = ScrCustomerSegment.TABLE.name();

  @Override
  public String name() {
    return "score-segments";
  }

  @Override
  public Reads reads() {
    return Reads.current(
            FtrAsOf.TABLE.name(), FtrCustomerRfm.TABLE.name(), FtrCustomerChurn.TABLE.name())
        .andPublished(TABLE)
        .andModel(TrainSegments.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replacePartitions(TABLE);
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> rfm = AsOf.tonight(in, FtrCustomerRfm.TABLE.name());
    Dataset<Row> scored = RfmScoring.score(rfm.crossJoin(broadcast(SegmentCuts.of(rfm))));
    Dataset<Row> stages =
        AsOf.tonight(in, FtrCustomerChurn.TABLE.name())
            .select(col("customer_id"), LifecycleStage.column().as("lifecycle_stage"));
    Dataset<Row> previous =
        AsOf.nightBefore(in, TABLE)
            .select(
                col("customer_id"),
                col("rfm_segment").as("previous_segment"),
                col("segment_id").as("previous_segment_id"),
                col("as_of_date").as("previous_as_of_date"));
    Dataset<Row> ruled =
        scored
            .withColumn("rfm_segment", RfmSegments.column())
            .withColumn("abc_class", AbcClasses.column())
            .join(stages, "customer_id")
            .join(previous, new String[] {"customer_id"}, "left");
    Dataset<Row> rows =
        ClusterColumns.added(ruled, ClusterColumns.scoring(in))
            .withColumn("model_version", lit(MODEL_VERSION))
            .select(
                ScrCustomerSegment.TABLE.columnNames().stream()
                    .map(name -> col(name))
                    .toArray(org.apache.spark.sql.Column[]::new));
    return Changes.of(TABLE, rows);
  }
}
