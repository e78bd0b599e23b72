package io.clientele.jobs.nightly;

import io.clientele.pipeline.RunContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a run of a project knows of itself. */
final class RunContexts {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
  private static final long SEED = 42;

  private RunContexts() {}

  /** The run that the request asks for, which starts now. */
  static RunContext of(OpenProject project, NightlyRequest request, Instant now) {
    RunContext run = of(project, request.runId(), request.asOf(), now);
    return request.whoRetrains().map(run::retraining).orElse(run);
  }

  /**
   * A run that starts now.
   *
   * @param runId empty = made from the instant
   */
  static RunContext of(
      OpenProject project, Optional<String> runId, Optional<LocalDate> asOf, Instant now) {
    return new RunContext(
        runId.orElseGet(() -> "run_" + RUN_ID.format(now)),
        asOf,
        now,
        project.config().company().zone(),
        project.warehouse(),
        SEED);
  }
}
