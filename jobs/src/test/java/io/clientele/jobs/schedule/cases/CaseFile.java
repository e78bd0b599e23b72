package io.clientele.jobs.schedule.cases;

/** Runs the cases of one shape of file. */
public interface CaseFile {
  /** The value of the file's key {@code format} that it understands. */
  String format();

  /**
   * Compares one case with our engine. Every key it compares must be read from the case: a key that
   * nobody read is an unknown shape.
   *
   * @throws AssertionError when the case fails, also when its shape is unknown
   */
  void check(Case one);
}
