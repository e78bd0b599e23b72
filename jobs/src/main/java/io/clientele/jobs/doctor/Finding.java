package io.clientele.jobs.doctor;

/**
 * One thing that was looked at.
 *
 * @param verdict how it is
 * @param what that was looked at
 * @param text what was seen, and the next move when it is not well
 */
public record Finding(Verdict verdict, String what, String text) {
  /** How a thing is. */
  public enum Verdict {
    OK,
    /** The night will run, but somebody should know. */
    WARNING,
    /** The night will fail or leave something out. */
    ERROR
  }

  static Finding ok(String what, String text) {
    return new Finding(Verdict.OK, what, text);
  }

  static Finding warning(String what, String text) {
    return new Finding(Verdict.WARNING, what, text);
  }

  static Finding error(String what, String text) {
    return new Finding(Verdict.ERROR, what, text);
  }
}
