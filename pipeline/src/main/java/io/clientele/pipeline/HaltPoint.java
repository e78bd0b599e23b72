package io.clientele.pipeline;

/**
 * Places where a test lets the process die without a word, as a power cut or SIGKILL would: start
 * Java with {@code -Dclientele.haltAt=before-publication} and it halts there with exit code 137.
 * Without the property nothing happens.
 */
public enum HaltPoint {
  /** A step has written its tables and other steps are still to come. */
  MID_STEPS("mid-steps"),
  /** All steps are done, nothing is committed. */
  BEFORE_PUBLICATION("before-publication"),
  /** The publication is committed, no main branch has moved. */
  AFTER_PUBLICATION_ROW("after-publication-row"),
  /** Main branches have moved, readers still have the manifest of the night before. */
  BEFORE_MANIFEST("before-manifest");

  private static final String PROPERTY = "clientele.haltAt";
  private static final int KILLED = 137;

  private final String text;

  HaltPoint(String text) {
    this.text = text;
  }

  /** Dies here when the property names this point. */
  public void reached() {
    if (text.equals(System.getProperty(PROPERTY))) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
