package io.clientele.models.segment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.stddev_pop;

import io.clientele.models.segment.cluster.FeatureScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Centres of more rows than the driver holds: MLlib's k-means, from the centres that the sample
 * found. The best of many starts on 50,000 rows is a better start than the one of k-means||, and a
 * champion's centres lead to segments that customers know.
 */
public final class FullFit {
  private static final int MOST_STEPS = 100;
  private static final double STILL = 1e-6;

  private FullFit() {}

  /** The scale over all rows. */
  public static FeatureScale scale(
      Dataset<Row> all, List<String> features, boolean isLog, boolean isStandardised) {
    int width = features.size();
    List<Column> moments = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      moments.add(avg(value(j, isLog)));
      moments.add(stddev_pop(value(j, isLog)));
    }
    Row row =
        all.agg(moments.get(0), moments.subList(1, moments.size()).toArray(Column[]::new)).first();
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int j = 0; j < width; j++) {
      means[j] = isStandardised ? row.getDouble(2 * j) : 0;
      double deviation = row.getDouble(2 * j + 1);
      deviations[j] = isStandardised && deviation > 0 ? deviation : 1;
    }
    return new FeatureScale(features, isLog, means, deviations);
  }

  private static Column value(int feature, boolean isLog) {
    Column raw = get(col("x"), lit(feature));
    return isLog ? log1p(greatest(raw, lit(0.0))) : raw;
  }

  /** Centres that no step moves any more, in the order of the start, and the inertia. */
  public static Fit centres(Dataset<Row> all, FeatureScale scale, double[][] start) {
    int width = scale.features().size();
    Column[] scaled =
        IntStream.range(0, width)
            .mapToObj(
                j ->
                    value(j, scale.isLog())
                        .minus(lit(scale.means()[j]))
                        .divide(lit(scale.deviations()[j])))
            .toArray(Column[]::new);
    JavaRDD<Vector> points =
        all.select(array(scaled))
            .javaRDD()
            .map(row -> Vectors.dense(FeatureRows.values(row.getList(0))))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<Vector> from = Arrays.stream(start).map(Vectors::dense).toList();
      KMeansModel model =
          new KMeans()
              .setK(start.length)
              .setMaxIterations(MOST_STEPS)
              .setEpsilon(STILL)
              .setInitialModel(new KMeansModel(from))
              .run(points.rdd());
      return new Fit(
          Arrays.stream(model.clusterCenters()).map(Vector::toArray).toArray(double[][]::new),
          model.computeCost(points.rdd()));
    } finally {
      points.unpersist(false);
    }
  }

  /**
   * A fit on all rows.
   *
   * @param inertia sum of squared distances to the own centre
   */
  public record Fit(double[][] centres, double inertia) {}
}
