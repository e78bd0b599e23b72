package io.clientele.pipeline;

/**
 * A step whose work follows from change sets alone: on a night in which none of the tables whose
 * changes it reads has changed, the runner passes it over without looking at any row.
 */
public interface ChangeDriven extends Step {
  @Override
  default boolean runsWithoutChanges() {
    return false;
  }
}
