package io.clientele.models.registry;

import io.clientele.pipeline.RunContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a training needs to be repeated, and what it was repeated on: mathematics differs between
 * platforms in the last digits.
 *
 * @param runId run that trained
 * @param seed seed of the run
 * @param partitions parts into which the training rows were hashed by customer
 * @param askedBy who asked for the training, as the run says it; null = the family was due
 * @param versions library, Java and operating system to version
 */
public record Provenance(
    String runId, long seed, int partitions, String askedBy, Map<String, String> versions) {
  public Provenance {
    versions = new TreeMap<>(versions);
  }

  /** Of a training in that run, with the versions of this process. */
  public static Provenance here(RunContext run, int partitions) {
    return new Provenance(
        run.runId(),
        run.seed(),
        partitions,
        run.retraining().orElse(null),
        Map.of(
            "spark", org.apache.spark.package$.MODULE$.SPARK_VERSION(),
            "java", Runtime.version().toString(),
            "os", System.getProperty("os.name") + " " + System.getProperty("os.arch")));
  }
}
