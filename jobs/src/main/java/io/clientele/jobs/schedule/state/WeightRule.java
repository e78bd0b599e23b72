package io.clientele.jobs.schedule.state;

import java.util.Locale;

/** Whose priority weights a task adds to its own. */
public enum WeightRule {
  DOWNSTREAM,
  UPSTREAM,
  ABSOLUTE;

  /** Its name in a DAG file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
