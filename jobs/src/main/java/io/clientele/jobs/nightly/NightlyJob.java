package io.clientele.jobs.nightly;

import io.clientele.etl.fact.StarSteps;
import io.clientele.etl.staging.ReplayRequest;
import io.clientele.etl.staging.StagingSteps;
import io.clientele.jobs.config.CheckedMappings;
import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.spark.SparkSessions;
import io.clientele.models.ModelSteps;
import io.clientele.pipeline.Pipeline;
import io.clientele.pipeline.RunContext;
import io.clientele.pipeline.RunListener;
import io.clientele.pipeline.RunOutcome;
import io.clientele.pipeline.RunRequest;
import io.clientele.pipeline.Step;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Runs steps of a project and publishes them: the night, a part of it, or a replay. */
public final class NightlyJob {
  private final OpenProject project;
  private final RunListener listener;
  private final Clock clock;
  private final Function<String, SparkSession> sessions;

  /** A job that starts its own embedded session, or one on the request's master. */
  public NightlyJob(OpenProject project, RunListener listener) {
    this(
        project,
        listener,
        Clock.systemUTC(),
        master ->
            SparkSessions.start(
                master, Path.of(System.getProperty("java.io.tmpdir")), DataVolume.of(project)));
  }

  /**
   * @param sessions gives the session for a Spark master URL
   */
  public NightlyJob(
      OpenProject project,
      RunListener listener,
      Clock clock,
      Function<String, SparkSession> sessions) {
    this.project = project;
    this.listener = listener;
    this.clock = clock;
    this.sessions = sessions;
  }

  /**
   * Carries the request out.
   *
   * @throws io.clientele.jobs.config.ConfigException when a mapping cannot be used
   * @throws io.clientele.pipeline.quality.GateStoppedException when the quality gate stopped it
   * @throws io.clientele.pipeline.metadata.WarehouseBusyException when another run is at work
   */
  public RunOutcome run(NightlyRequest request) {
    ClienteleConfig config = project.config();
    CheckedMappings.require(config);
    List<Step> steps = steps(config, request.replay());
    try (Pipeline pipeline =
        Pipeline.open(
            sessions.apply(request.master()),
            Maintenance.settings(project, clock, request.accepted()))) {
      RunContext context = RunContexts.of(project, request, clock.instant());
      return switch (request.kind()) {
        case PUBLISH -> pipeline.publish(context);
        case STEPS ->
            pipeline.run(
                new RunRequest(
                    context,
                    request.command(),
                    StepSelection.of(steps, request.steps()),
                    request.runId().isEmpty(),
                    listener));
        case WHOLE_NIGHT ->
            pipeline.run(new RunRequest(context, request.command(), steps, true, listener));
      };
    }
  }

  /** Every step of the project, in the order of the data's way. */
  public static List<Step> steps(ClienteleConfig config, Optional<String> replay) {
    List<Step> steps = new ArrayList<>();
    steps.addAll(
        StagingSteps.of(
            config.sources(), config.warehouse(), replay.map(NightlyJob::replayRequest)));
    steps.addAll(
        StarSteps.of(
            config.sources(),
            config.warehouse(),
            config.company().currencyCode(),
            config.identity()));
    steps.addAll(ModelSteps.of(ModelSettingsOf.options(config.models()), config.warehouse()));
    return steps;
  }

  private static ReplayRequest replayRequest(String entity) {
    String[] parts = entity.split("\\.", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "Cannot replay '"
              + entity
              + "': it is not of the form source.entity; name for example"
              + " webshop.orders.");
    }
    return new ReplayRequest(parts[0], parts[1]);
  }
}
