package io.clientele.pipeline;

/** A step that fits a model: it runs alone in the session and its champion is published too. */
public interface TrainStep extends Step {
  /** Name of the model family, for example {@code churn}. */
  String family();

  /** Decides whether to train, trains, judges, promotes or refuses; never throws for poor data. */
  Trained train(Inputs in);
}
