package io.clientele.models.segment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.clientele.models.segment.cluster.ClusterOptions;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows to be clustered: all of them in Spark, and at most {@link ClusterOptions#MOST_ROWS} on the
 * driver, drawn by hash, to choose and to judge by. Smaller tables come whole.
 *
 * @param all columns {@code id} (string, may be null) and {@code x} (array of doubles)
 * @param count how many they are
 * @param ids of the rows on the driver
 * @param raws their values
 */
public record FeatureRows(Dataset<Row> all, long count, List<String> ids, double[][] raws) {
  private static final int PARTS = 1_000_000;
  // A tenth below the limit: a hash does not cut exactly.
  private static final double SAFETY = 0.9;

  /** Reads them; rows with ids stand in the order of these. */
  public static FeatureRows of(Dataset<Row> all, long seed) {
    int most = ClusterOptions.MOST_ROWS;
    List<Row> rows = all.select("id", "x").limit(most + 1).collectAsList();
    long count = rows.size();
    if (count > most) {
      count = all.count();
      rows =
          all.where(
                  pmod(xxhash64(col("id"), col("x"), lit(seed)), lit(PARTS))
                      .lt((long) (SAFETY * PARTS * most / count)))
              .select("id", "x")
              .limit(most)
              .collectAsList();
    }
    List<Row> sorted =
        rows.stream()
            .sorted(
                Comparator.comparing(
                    row -> row.getString(0), Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    return new FeatureRows(
        all,
        count,
        sorted.stream().map(row -> row.getString(0)).toList(),
        sorted.stream().map(row -> values(row.getList(1))).toArray(double[][]::new));
  }

  /** Whether the driver has them all. */
  public boolean isWhole() {
    return count == raws.length;
  }

  public static double[] values(List<Double> x) {
    return x.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
