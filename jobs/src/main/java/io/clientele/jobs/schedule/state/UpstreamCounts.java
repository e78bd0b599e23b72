package io.clientele.jobs.schedule.state;

import java.util.Collection;

/** How many direct upstreams stand how. */
record UpstreamCounts(int all, int success, int skipped, int failed, int failedItself, int done) {
  /** Failed ones are those that failed themselves and those whose upstreams failed. */
  static UpstreamCounts of(Collection<TaskState> upstream) {
    return new UpstreamCounts(
        upstream.size(),
        (int) upstream.stream().filter(state -> state == TaskState.SUCCESS).count(),
        (int) upstream.stream().filter(state -> state == TaskState.SKIPPED).count(),
        (int) upstream.stream().filter(TaskState::isFailure).count(),
        (int) upstream.stream().filter(state -> state == TaskState.FAILED).count(),
        (int) upstream.stream().filter(TaskState::isFinished).count());
  }

  boolean allDone() {
    return done == all;
  }
}
