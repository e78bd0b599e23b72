package io.clientele.pipeline.metadata;

import io.clientele.pipeline.Trained;

/**
 * What one run's training of a family decided.
 *
 * @param runId the run
 * @param trained decision, reason and, when there is one, the model
 */
public record ModelEntry(String runId, Trained trained) {}
