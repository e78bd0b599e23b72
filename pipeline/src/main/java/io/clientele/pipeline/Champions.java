package io.clientele.pipeline;

import io.clientele.pipeline.metadata.ModelEntry;
import io.clientele.pipeline.metadata.ModelRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which model of each family scores: promoted in this run, else the published one. */
final class Champions {
  private final ModelRegistry registry;
  private final String runId;
  private final Map<String, String> published;
  private final Map<String, Trained> trained = new ConcurrentHashMap<>();
  private final Set<String> decidedNow = ConcurrentHashMap.newKeySet();

  Champions(ModelRegistry registry, String runId, Map<String, String> published) {
    this.registry = registry;
    this.runId = runId;
    this.published = published;
    registry.of(runId).stream().map(ModelEntry::trained).forEach(this::remember);
  }

  private void remember(Trained outcome) {
    trained.put(outcome.family(), outcome);
  }

  void decided(Trained outcome) {
    registry.record(runId, outcome);
    remember(outcome);
    decidedNow.add(outcome.family());
  }

  /** Whether this process trained the family: what scored with it before has to score again. */
  boolean isDecidedNow(String family) {
    return decidedNow.contains(family);
  }

  Optional<Trained> trained(String family) {
    return Optional.ofNullable(trained.get(family));
  }

  List<Trained> all() {
    return List.copyOf(trained.values());
  }

  Optional<Trained.Model> champion(String family) {
    Optional<Trained> tonight = trained(family);
    if (tonight.isPresent() && tonight.get().decision() != Trained.Decision.KEPT) {
      return promoted(tonight.get());
    }
    return Optional.ofNullable(published.get(family))
        .flatMap(version -> registry.find(family, version));
  }

  private static Optional<Trained.Model> promoted(Trained outcome) {
    return outcome.decision() == Trained.Decision.PROMOTED ? outcome.model() : Optional.empty();
  }

  /** Family to version, as the run would publish it: a refused family has none. */
  Map<String, String> versions() {
    Map<String, String> versions = new HashMap<>(published);
    trained.values().stream()
        .filter(outcome -> outcome.decision() != Trained.Decision.KEPT)
        .forEach(
            outcome -> {
              versions.remove(outcome.family());
              promoted(outcome).ifPresent(model -> versions.put(outcome.family(), model.version()));
            });
    return versions;
  }
}
