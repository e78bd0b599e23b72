package io.clientele.jobs.schedule.state;

import java.util.Locale;

/** When a task may run, by the states of its direct upstreams. */
public enum TriggerRule {
  ALL_SUCCESS,
  ALL_FAILED,
  ALL_DONE,
  ALL_DONE_MIN_ONE_SUCCESS,
  ALL_SKIPPED,
  ONE_SUCCESS,
  ONE_FAILED,
  ONE_DONE,
  NONE_FAILED,
  NONE_FAILED_MIN_ONE_SUCCESS,
  NONE_SKIPPED,
  ALWAYS;

  /** Its name in a DAG file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
