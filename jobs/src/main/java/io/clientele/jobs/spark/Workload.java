package io.clientele.jobs.spark;

import java.util.Map;

/**
 * How much a session will work on; it changes how Spark executes, never what comes out.
 *
 * <p>A night of a few megabytes spends most of its time on preparing queries: writing and compiling
 * Java for each, and planning each stage again after the one before. {@link #SMALL} interprets
 * expressions and plans once; on the sample that saves 40 % of a night's CPU seconds. On millions
 * of rows it would cost many times as much.
 */
public enum Workload {
  /** Some hundred thousand lines in all, in files and in tables. */
  SMALL(
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "1",
          // Every aggregate and sort of a task takes a page first; the default is 64 MB each.
          "spark.buffer.pageSize", "1m")),
  /** Anything else. */
  LARGE(
      Map.of(
          "spark.sql.adaptive.enabled", "true",
          "spark.sql.adaptive.coalescePartitions.parallelismFirst", "false"));

  private final Map<String, String> settings;

  Workload(Map<String, String> settings) {
    this.settings = settings;
  }

  Map<String, String> settings() {
    return settings;
  }
}
