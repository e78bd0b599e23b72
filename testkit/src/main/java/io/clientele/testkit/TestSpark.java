package io.clientele.testkit;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a test JVM: local[2], no UI, loopback, UTC, ANSI. It executes as a night
 * of a few megabytes does, without generated code and without planning again between stages; {@link
 * #forLargeData} switches to what a large night does.
 */
public final class TestSpark {
  private static final Map<String, String> SMALL =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "1");
  private static final Map<String, String> LARGE =
      Map.of(
          "spark.sql.codegen.wholeStage", "true",
          "spark.sql.codegen.factoryMode", "FALLBACK",
          "spark.sql.adaptive.enabled", "true",
          "spark.sql.shuffle.partitions", "4");

  private TestSpark() {}

  /** Started at the first call, kept until the JVM ends. */
  public static SparkSession session() {
    return Holder.SESSION;
  }

  /** The session set for large data until it is closed; tests run one after another. */
  public static LargeData forLargeData() {
    set(LARGE);
    return () -> set(SMALL);
  }

  /** Ends what {@link #forLargeData} began. */
  @FunctionalInterface
  public interface LargeData extends AutoCloseable {
    @Override
    void close();
  }

  private static void set(Map<String, String> settings) {
    RuntimeConfig conf = session().conf();
    settings.forEach(conf::set);
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
            // Every aggregate and sort of a task takes a page first; the default is 64 MB each.
            .config("spark.buffer.pageSize", "1m")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "true")
            // Inferring filters from wide projections grows exponentially with their columns.
            .config("spark.sql.constraintPropagation.enabled", "false")
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config(Map.copyOf(SMALL))
            .getOrCreate();
  }
}
