package io.clientele.pipeline;

import java.util.Optional;

/**
 * What a training step decided.
 *
 * @param family model family
 * @param decision what happened
 * @param reason why, in words an analyst reads
 * @param model the new model when one was promoted or kept as challenger; empty when refused or
 *     when last night's champion simply goes on
 */
public record Trained(String family, Decision decision, String reason, Optional<Model> model) {
  /** The outcomes of a training. */
  public enum Decision {
    /** A new model scores from tonight on. */
    PROMOTED,
    /** The champion goes on: not due, or the challenger was not better. */
    KEPT,
    /** No model may score: too little data, one class missing. */
    REFUSED
  }

  /** The same, with the word of who asked for the training in front of the reason. */
  Trained askedFor(Optional<String> why) {
    return why.map(word -> new Trained(family, decision, word + "; " + reason, model)).orElse(this);
  }

  /** Whether it was made because of that word, or nobody had to ask. */
  boolean answers(Optional<String> why) {
    return why.map(word -> reason.startsWith(word + "; ")).orElse(true);
  }

  /**
   * A trained model as data.
   *
   * @param version unique: family, as-of date, short hash of artifact
   * @param artifactJson everything that scoring needs
   * @param cardJson model card: data window, row counts, settings, seed, versions, metrics,
   *     baseline, grade, predecessor
   */
  public record Model(String version, String artifactJson, String cardJson) {}
}
