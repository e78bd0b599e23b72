package io.clientele.pipeline;

import io.clientele.pipeline.metadata.Published;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended well; one that did not throws.
 *
 * @param runId the run
 * @param steps every step of the run so far, in the order in which they started
 * @param published the publication; empty when the run stays open
 * @param trained what this run's trainings decided
 * @param wasPublishedBefore nothing was done: the run was published by an earlier call
 */
public record RunOutcome(
    String runId,
    List<StepResult> steps,
    Optional<Published> published,
    List<Trained> trained,
    boolean wasPublishedBefore) {
  public RunOutcome {
    steps = List.copyOf(steps);
    trained = List.copyOf(trained);
  }
}
