package io.clientele.models.report;

import io.clientele.models.segment.ClusterColumns;
import io.clientele.models.segment.cluster.SegmentModel;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Trained;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What the model knows of its segments: a row each, in the shape of the profile's columns. */
final class ClusterFacts {
  private static final StructType SHAPE =
      StructType.fromDDL(
          "segment_kind string, segment string, segment_id int, rule string, rule_fidelity double,"
              + " lineage string");

  private ClusterFacts() {}

  static Dataset<Row> of(Inputs in) {
    Optional<Trained.Model> model = ClusterColumns.scoring(in);
    List<Row> rows =
        model.stream()
            .flatMap(one -> SegmentModel.parse(one.artifactJson()).segments().stream())
            .map(
                segment ->
                    RowFactory.create(
                        SummariseSegments.CLUSTER,
                        segment.name(),
                        segment.id(),
                        segment.rule(),
                        segment.ruleFidelity(),
                        segment.lineage()))
            .toList();
    return in.session().createDataFrame(rows, SHAPE);
  }
}
