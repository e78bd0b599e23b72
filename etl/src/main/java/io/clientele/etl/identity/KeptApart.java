package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.col;

import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.identity.NeverTogether.Pair;
import io.clientele.pipeline.Inputs;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Honours a steward's <em>never</em>: components that hold both records of such a pair are taken
 * apart. They are few, as many as stewards wrote lines, so they are looked at in memory.
 */
final class KeptApart {
  private static final String RECORD = Links.RECORD;

  private final Inputs in;
  private final Dataset<Row> links;

  /**
   * @param links of the touched customers, with those that keep apart
   */
  KeptApart(Inputs in, Dataset<Row> links) {
    this.in = in;
    this.links = links;
  }

  /**
   * Links from both sides with the component of the record, without those between two parts.
   *
   * @param bothWays see {@link Links#bothWays}
   * @param components see {@link Components}
   */
  Dataset<Row> parted(Dataset<Row> bothWays, Dataset<Row> components) {
    Dataset<Row> labelled = bothWays.join(components, RECORD);
    List<Pair> forbidden = pairs(links.where(Links.keepsApart()));
    if (forbidden.isEmpty()) {
      return labelled;
    }
    Dataset<Row> records =
        in.session()
            .createDataset(
                forbidden.stream().map(Pair::left).toList(), org.apache.spark.sql.Encoders.STRING())
            .toDF(RECORD);
    Dataset<Row> touched =
        TouchedKeys.exactly(components, records).select(Components.LABEL).distinct();
    Dataset<Row> whole = TouchedKeys.exactly(labelled, touched);
    Dataset<Row> parts = parts(pairs(whole), forbidden);
    Dataset<Row> others = parts.toDF(Links.OTHER, "other_part");
    return TouchedKeys.without(labelled, touched)
        .select(RECORD, Links.OTHER, Links.RULE, Components.LABEL)
        .union(
            whole
                .drop(Components.LABEL)
                .join(parts, RECORD)
                .join(others, Links.OTHER)
                .where(col(Components.LABEL).equalTo(col("other_part")))
                .select(RECORD, Links.OTHER, Links.RULE, Components.LABEL));
  }

  private Dataset<Row> parts(List<Pair> linking, List<Pair> forbidden) {
    List<Row> rows =
        NeverTogether.parts(linking, forbidden).entrySet().stream()
            .map(part -> RowFactory.create(part.getKey(), part.getValue()))
            .toList();
    return in.session()
        .createDataFrame(
            rows, StructType.fromDDL(RECORD + " string, " + Components.LABEL + " string"));
  }

  private static List<Pair> pairs(Dataset<Row> rows) {
    return rows.select(RECORD, Links.OTHER, Links.RULE).collectAsList().stream()
        .map(row -> new Pair(row.getString(0), row.getString(1), row.getString(2)))
        .toList();
  }
}
