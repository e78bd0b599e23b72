package io.clientele.jobs.nightly;

import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.nightly.NightlyRequest.Accepted;
import io.clientele.jobs.spark.SparkSessions;
import io.clientele.pipeline.Pipeline;
import io.clientele.pipeline.PipelineSettings;
import io.clientele.pipeline.RunOutcome;
import io.clientele.pipeline.publication.Relocation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** What a warehouse needs now and then beside its nights. */
public final class Maintenance {
  private static final Clock CLOCK = Clock.systemUTC();

  private Maintenance() {}

  /**
   * Puts small files together and publishes.
   *
   * @param runId empty = a new one
   * @throws io.clientele.pipeline.metadata.WarehouseBusyException when another run is at work
   */
  public static RunOutcome compact(OpenProject project, Optional<String> runId) {
    try (Pipeline pipeline = Pipeline.open(session(project), settings(project, CLOCK))) {
      return pipeline.compact(RunContexts.of(project, runId, Optional.empty(), CLOCK.instant()));
    }
  }

  /** Tells tables where they are, after their folder was moved or copied. */
  public static Relocation.Outcome relocate(OpenProject project) {
    return new Relocation(session(project), settings(project, CLOCK)).run();
  }

  private static SparkSession session(OpenProject project) {
    return SparkSessions.start(
        "local[*]", Path.of(System.getProperty("java.io.tmpdir")), DataVolume.of(project));
  }

  private static PipelineSettings settings(OpenProject project, Clock clock) {
    return settings(project, clock, Accepted.NOTHING);
  }

  /** With rules that stop a night, but for what is accepted. */
  static PipelineSettings settings(OpenProject project, Clock clock, Accepted accepted) {
    ClienteleConfig config = project.config();
    return PipelineSettings.of(project.warehouse(), config.warehouse(), clock)
        .withMetadataUrl(project.metadataUrl())
        .withRules(LoadRules.all(config, accepted))
        .withRetainedNights(config.retention().nightsDays());
  }
}
