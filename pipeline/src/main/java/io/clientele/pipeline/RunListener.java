package io.clientele.pipeline;

/** Hears what a run does; called from several threads. */
public interface RunListener {
  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** How many steps will run, before the first. */
  default void runStarted(int steps) {}

  default void stepStarted(String step) {}

  default void stepFinished(StepResult result) {}
}
