package io.clientele.models.registry;

import io.clientele.models.feature.AsOf;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.TrainStep;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.feature.FtrAsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The story of a night's training, which every model family fills in: without a sale nothing is
 * trained; a champion that is not due goes on; else a new model is made, and when it is refused the
 * champion goes on.
 */
public interface FamilyTraining extends TrainStep {
  /** What the family does, as its refusals say it after Cannot: {@code train churn}. */
  String task();

  /** The model that scores now, if it answers tonight's question. */
  default Optional<Trained.Model> champion(Inputs in) {
    return in.champion(family());
  }

  /** Why a champion is looked at anew tonight; empty = it goes on unseen. */
  Optional<String> due(Inputs in, Trained.Model champion, LocalDate asOf);

  /**
   * Makes a model and decides.
   *
   * @param why it is trained
   * @param champion to be beaten; empty = there is none
   */
  Trained trainAnew(Inputs in, LocalDate asOf, String why, Optional<Trained.Model> champion);

  @Override
  default String name() {
    return "train-" + family();
  }

  /** A training writes no table; its model goes to the registry. */
  @Override
  default Writes writes() {
    return new Writes(List.of());
  }

  @Override
  default Changes build(Inputs in) {
    return Changes.none();
  }

  @Override
  default Trained train(Inputs in) {
    Optional<LocalDate> asOf = AsOf.date(in.current(FtrAsOf.TABLE.name()));
    if (asOf.isEmpty()) {
      return refused("Cannot " + task() + ": there is no sale yet; load sales first.");
    }
    Optional<Trained.Model> champion = champion(in);
    Optional<String> why =
        champion.isEmpty() ? Optional.of("no champion yet") : due(in, champion.get(), asOf.get());
    if (why.isEmpty()) {
      return kept("the champion is recent");
    }
    Trained outcome = trainAnew(in, asOf.get(), why.get(), champion);
    boolean goesOn = outcome.decision() == Trained.Decision.REFUSED && champion.isPresent();
    return goesOn ? kept(why.get() + "; the champion goes on: " + outcome.reason()) : outcome;
  }

  /** The champion goes on. */
  default Trained kept(String reason) {
    return new Trained(family(), Trained.Decision.KEPT, reason, Optional.empty());
  }

  /** No model can be made. */
  default Trained refused(String reason) {
    return new Trained(family(), Trained.Decision.REFUSED, reason, Optional.empty());
  }
}
