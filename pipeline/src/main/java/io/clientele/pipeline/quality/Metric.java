package io.clientele.pipeline.quality;

/**
 * What a rule measured on one table in one run.
 *
 * @param table table name
 * @param rule name of the rule
 * @param severity what a failure does
 * @param checked rows looked at
 * @param failed rows for which it does not hold
 * @param value the number for history: share that holds, or the count itself for row counts
 * @param verdict what came of it
 */
public record Metric(
    String table,
    String rule,
    Severity severity,
    long checked,
    long failed,
    double value,
    Verdict verdict) {

  /** What came of a rule. */
  public enum Verdict {
    PASSED,
    RECORDED,
    WARNED,
    STOPPED
  }

  /** A rule about rows. */
  public static Metric ofRows(
      String table, String rule, Severity severity, long checked, long failed) {
    double value = checked == 0 ? 1 : (checked - failed) / (double) checked;
    return new Metric(table, rule, severity, checked, failed, value, verdict(severity, failed));
  }

  static Verdict verdict(Severity severity, long failed) {
    if (failed == 0) {
      return Verdict.PASSED;
    }
    return switch (severity) {
      case RECORD -> Verdict.RECORDED;
      case WARN -> Verdict.WARNED;
      case STOP -> Verdict.STOPPED;
    };
  }
}
