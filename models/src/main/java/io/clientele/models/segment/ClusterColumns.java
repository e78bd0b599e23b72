package io.clientele.models.segment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.clientele.models.Columns;
import io.clientele.models.segment.cluster.Membership;
import io.clientele.models.segment.cluster.SegmentModel;
import io.clientele.models.segment.cluster.SegmentModel.Segment;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.score.ScrCustomerSegment;
import io.clientele.warehouse.spec.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.StructType;

/** The columns of k-means segments, one row a customer, nothing collected. */
public final class ClusterColumns {
  private static final StructType MEMBERSHIP =
      StructType.fromDDL(
          "segment_id int, segment_name string, segment_distance double, second_segment_id int,"
              + " segment_margin double, segment_silhouette double");
  private static final List<Field> FIELDS =
      List.of(
          ScrCustomerSegment.SEGMENT_ID,
          ScrCustomerSegment.SEGMENT_NAME,
          ScrCustomerSegment.SEGMENT_DISTANCE,
          ScrCustomerSegment.SECOND_SEGMENT_ID,
          ScrCustomerSegment.SEGMENT_MARGIN,
          ScrCustomerSegment.SEGMENT_SILHOUETTE,
          ScrCustomerSegment.MOVE_TYPE,
          ScrCustomerSegment.SEGMENT_MODEL_VERSION);

  private ClusterColumns() {}

  /** The model that scores tonight; empty when there is none or the training refused. */
  public static Optional<Trained.Model> scoring(Inputs in) {
    boolean isRefused =
        in.trained(TrainSegments.FAMILY)
            .filter(trained -> trained.decision() == Trained.Decision.REFUSED)
            .isPresent();
    return isRefused ? Optional.empty() : in.champion(TrainSegments.FAMILY);
  }

  /**
   * Rows with these columns; empty ones without a model.
   *
   * @param customers features with {@code previous_segment_id} and {@code previous_as_of_date}
   */
  static Dataset<Row> added(Dataset<Row> customers, Optional<Trained.Model> model) {
    if (model.isEmpty()) {
      Dataset<Row> rows = customers;
      for (Field field : FIELDS) {
        rows = rows.withColumn(field.name(), Columns.empty(field));
      }
      return rows;
    }
    SegmentModel segments = SegmentModel.parse(model.get().artifactJson());
    return customers
        .withColumn("membership", membership(segments))
        .selectExpr("*", "membership.*")
        .withColumn("move_type", moveType(segments))
        .withColumn("segment_model_version", lit(model.get().version()));
  }

  private static Column membership(SegmentModel model) {
    UDF4<Double, Double, Double, Integer, Row> of =
        (days, purchases, spend, previous) -> {
          Membership member =
              model.membership(
                  new double[] {days, purchases, spend}, previous == null ? 0 : previous);
          Segment own = model.segments().get(member.segment());
          Segment second = model.segments().get(member.second());
          return RowFactory.create(
              own.id(),
              own.name(),
              member.distance(),
              second.id(),
              member.margin(),
              member.silhouette());
        };
    return udf(of, MEMBERSHIP)
        .apply(
            col("days_since_last_purchase").cast("double"),
            col("purchase_count").cast("double"),
            col("spend_total").cast("double"),
            col("previous_segment_id"));
  }

  private static Column moveType(SegmentModel model) {
    Column living =
        array(Arrays.stream(model.ids()).mapToObj(id -> lit(id)).toArray(Column[]::new));
    Column previous = col("previous_segment_id");
    return when(previous.isNull(), "first")
        .when(previous.equalTo(col("segment_id")), "stayed")
        .when(array_contains(living, previous).equalTo(false), "segment ended")
        .when(col("last_purchase_on").geq(col("previous_as_of_date")), "moved by purchase")
        .otherwise("moved without purchase");
  }
}
