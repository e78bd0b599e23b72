package io.clientele.pipeline;

import java.util.List;
import java.util.Optional;

/** A training step with a decision made beforehand. */
record TestTraining(String name, String family, Trained.Decision decision) implements TrainStep {
  @Override
  public Reads reads() {
    return Reads.nothing();
  }

  @Override
  public Writes writes() {
    return new Writes(List.of());
  }

  @Override
  public Trained train(Inputs in) {
    Optional<Trained.Model> model =
        decision == Trained.Decision.REFUSED
            ? Optional.empty()
            : Optional.of(
                new Trained.Model(family + "-" + in.run().runId(), "{\"a\":1}", "{\"b\":2}"));
    return new Trained(family, decision, "because", model);
  }

  @Override
  public Changes build(Inputs in) {
    return Changes.none();
  }
}
