package io.clientele.pipeline;

/**
 * A pure function from tables to change sets. Only the runner reads, checks, writes and records;
 * the order of the steps follows from what they read and write.
 */
public interface Step {
  /** Kebab case, stable: it is the name in ledger, logs and {@code clientele run}. */
  String name();

  /** What it needs; the runner hands over exactly that. */
  Reads reads();

  /** The tables it writes and how; no other step writes them. */
  Writes writes();

  /**
   * Builds the change sets. No session look-up, no write, no clock, no count: the same inputs give
   * the same changes.
   */
  Changes build(Inputs in);

  /**
   * Whether it has work to do although nothing that it reads as changes has changed: new files,
   * another day. False lets the runner skip it.
   */
  default boolean runsWithoutChanges() {
    return true;
  }
}
