package io.clientele.jobs.schedule.state;

/** What a trigger rule says of a task now. */
public enum Verdict {
  RUN,
  WAIT,
  SKIP,
  UPSTREAM_FAIL
}
