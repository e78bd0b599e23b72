package io.clientele.jobs.evaluate;

import io.clientele.jobs.spark.SparkSessions;
import io.clientele.jobs.spark.Workload;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Starts the session in which a file is judged. A class of its own, because the command line looks
 * at the methods of its commands, and short commands start without Spark's classes.
 */
public final class EmbeddedSession implements Function<Workload, SparkSession> {
  @Override
  public SparkSession apply(Workload workload) {
    return SparkSessions.start("local[*]", Path.of(System.getProperty("java.io.tmpdir")), workload);
  }
}
