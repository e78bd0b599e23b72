package io.clientele.jobs.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The only place that builds a Spark session. */
public final class SparkSessions {
  /** Partitions of a shuffle per core; adaptive execution joins small ones again. */
  private static final int PARTITIONS_PER_CORE = 2;

  private SparkSessions() {}

  /**
   * Starts the session of a command.
   *
   * @param master Spark master URL; {@code local[*]} = embedded in this process
   * @param scratch folder for shuffle files, made when it is missing
   * @param workload how much it will work on; a cluster is taken to be there for large data
   */
  public static SparkSession start(String master, Path scratch, Workload workload) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("clientele")
            .master(master)
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "true")
            // Inferring filters from wide projections grows exponentially with their columns.
            .config("spark.sql.constraintPropagation.enabled", "false")
            .config("spark.sql.autoBroadcastJoinThreshold", "64MB")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config("spark.kryoserializer.buffer.max", "256m")
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            .config("spark.scheduler.mode", "FAIR")
            .config("spark.cleaner.periodicGC.interval", "60min");
    if (master.startsWith("local")) {
      builder
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.local.dir", scratch.toString())
          .config("spark.sql.warehouse.dir", scratch.resolve("spark-warehouse").toUri().toString())
          .config(
              "spark.sql.shuffle.partitions",
              String.valueOf(
                  Math.max(4, Runtime.getRuntime().availableProcessors() * PARTITIONS_PER_CORE)));
    }
    Workload settings = master.startsWith("local") ? workload : Workload.LARGE;
    settings.settings().forEach(builder::config);
    return builder.getOrCreate();
  }
}
