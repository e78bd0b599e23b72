package io.clientele.jobs.schedule.state;

import java.util.Locale;

/** How a run of a DAG stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  SUCCESS,
  FAILED;

  public static RunState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Its name in Airflow's words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isFinished() {
    return this == SUCCESS || this == FAILED;
  }
}
