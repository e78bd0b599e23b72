package io.clientele.pipeline.quality;

/**
 * From which share of failing rows on a night is warned about or stopped.
 *
 * @param warnPercent more are warned about
 * @param stopPercent more stop the night; 100 = none does
 * @param leastRows fewer rows never stop a night
 */
public record ShareLimits(int warnPercent, int stopPercent, long leastRows) {
  public ShareLimits {
    if (warnPercent < 0 || warnPercent > 100 || stopPercent < 0 || stopPercent > 100) {
      throw new IllegalArgumentException(
          "Cannot judge a share by %d and %d percent: outside 0 to 100; choose others."
              .formatted(warnPercent, stopPercent));
    }
  }

  boolean isStopping() {
    return stopPercent < 100;
  }

  /** What comes of so many failed rows. */
  Metric.Verdict verdict(long checked, long failed) {
    if (checked >= leastRows && isMore(checked, failed, stopPercent)) {
      return Metric.Verdict.STOPPED;
    }
    return isMore(checked, failed, warnPercent) ? Metric.Verdict.WARNED : Metric.Verdict.PASSED;
  }

  private static boolean isMore(long checked, long failed, int percent) {
    return failed * 100 > checked * percent;
  }
}
