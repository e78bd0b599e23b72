package io.clientele.testkit;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM: local[2], no UI, loopback, UTC, ANSI, few partitions. */
public final class TestSpark {
  private TestSpark() {}

  /** Started at the first call, kept until the JVM ends. */
  public static SparkSession session() {
    return Holder.SESSION;
  }

  private static final class Holder {
    private static final SparkSession SESSION =
        SparkSession.builder()
            .master("local[2]")
            .appName("clientele-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.retainedJobs", "10")
            .config("spark.ui.retainedStages", "10")
            .config("spark.ui.retainedTasks", "100")
            .config("spark.sql.ui.retainedExecutions", "10")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "true")
            .config("spark.sql.adaptive.enabled", "true")
            // Inferring filters from wide projections grows exponentially with their columns.
            .config("spark.sql.constraintPropagation.enabled", "false")
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .getOrCreate();
  }
}
