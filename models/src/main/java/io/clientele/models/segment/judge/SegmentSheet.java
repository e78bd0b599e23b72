package io.clientele.models.segment.judge;

import io.clientele.models.evaluation.EvaluationResult.Sheet;
import io.clientele.models.segment.FeatureRows;
import io.clientele.models.segment.cluster.FeatureScale;
import io.clientele.models.segment.cluster.Membership;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * Every row with its segment, as CSV; more rows than the driver holds pass by one after another.
 */
final class SegmentSheet {
  private final FeatureRows rows;
  private final FeatureScale scale;
  private final double[][] centres;

  SegmentSheet(FeatureRows rows, FeatureScale scale, double[][] centres) {
    this.rows = rows;
    this.scale = scale;
    this.centres = centres;
  }

  Sheet sheet() {
    List<String> columns = new ArrayList<>(List.of("id"));
    columns.addAll(scale.features());
    columns.addAll(List.of("segment_id", "distance", "margin", "silhouette"));
    return new Sheet("clusters.csv", columns, this::lines);
  }

  private Iterator<List<?>> lines() {
    if (rows.isWhole()) {
      return IntStream.range(0, rows.raws().length)
          .<List<?>>mapToObj(i -> line(i + 1, rows.ids().get(i), rows.raws()[i]))
          .iterator();
    }
    Iterator<Row> all = rows.all().select("id", "x").toLocalIterator();
    return new Iterator<>() {
      private int number;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public List<?> next() {
        Row row = all.next();
        number++;
        return line(number, row.getString(0), FeatureRows.values(row.getList(1)));
      }
    };
  }

  /** A row without an id gets its number. */
  private List<Object> line(int number, String id, double[] raw) {
    Membership member = Membership.of(scale.point(raw), centres, Membership.NONE, 0);
    List<Object> line = new ArrayList<>();
    line.add(id == null ? number : id);
    for (double value : raw) {
      line.add(value);
    }
    line.addAll(
        List.of(member.segment() + 1, member.distance(), member.margin(), member.silhouette()));
    return line;
  }
}
