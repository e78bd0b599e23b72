package io.clientele.jobs.schedule.state;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * When a task may run, by the states of its direct upstreams. Each rule is three conditions: when
 * the task is skipped, when it fails with its upstreams, when it runs; the first that holds
 * decides.
 */
public enum TriggerRule {
  ALL_SUCCESS(
      up -> up.skipped() > 0 && up.failed() == 0,
      up -> up.failed() > 0,
      up -> up.success() == up.all()),
  ALL_FAILED(up -> up.success() + up.skipped() > 0, never(), up -> up.failed() == up.all()),
  ALL_DONE(never(), never(), UpstreamCounts::allDone),
  ALL_DONE_MIN_ONE_SUCCESS(
      up -> up.skipped() > 0,
      up -> up.allDone() && up.success() == 0,
      up -> up.allDone() && up.success() > 0),
  ALL_SKIPPED(up -> up.success() + up.failed() > 0, never(), up -> up.skipped() == up.all()),
  ONE_SUCCESS(
      up -> up.allDone() && up.skipped() == up.all(),
      up -> up.allDone() && up.success() == 0,
      up -> up.success() > 0),
  ONE_FAILED(up -> up.allDone() && up.failed() == 0, never(), up -> up.failed() > 0),
  ONE_DONE(
      up -> up.allDone() && up.success() + up.failedItself() == 0,
      never(),
      up -> up.success() + up.failedItself() > 0),
  NONE_FAILED(never(), up -> up.failed() > 0, up -> up.success() + up.skipped() == up.all()),
  NONE_FAILED_MIN_ONE_SUCCESS(
      up -> up.skipped() == up.all(),
      up -> up.failed() > 0,
      up -> up.success() + up.skipped() == up.all() && up.success() > 0),
  NONE_SKIPPED(up -> up.skipped() > 0, never(), UpstreamCounts::allDone),
  ALWAYS(never(), never(), up -> true);

  private final Predicate<UpstreamCounts> skips;
  private final Predicate<UpstreamCounts> fails;
  private final Predicate<UpstreamCounts> runs;

  TriggerRule(
      Predicate<UpstreamCounts> skips,
      Predicate<UpstreamCounts> fails,
      Predicate<UpstreamCounts> runs) {
    this.skips = skips;
    this.fails = fails;
    this.runs = runs;
  }

  private static Predicate<UpstreamCounts> never() {
    return up -> false;
  }

  /** What becomes of a task now; one without upstreams runs. */
  public Verdict verdict(Collection<TaskState> upstream) {
    UpstreamCounts counts = UpstreamCounts.of(upstream);
    if (counts.all() == 0) {
      return Verdict.RUN;
    }
    if (skips.test(counts)) {
      return Verdict.SKIP;
    }
    if (fails.test(counts)) {
      return Verdict.UPSTREAM_FAIL;
    }
    return runs.test(counts) ? Verdict.RUN : Verdict.WAIT;
  }

  /** Its name in a DAG file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
