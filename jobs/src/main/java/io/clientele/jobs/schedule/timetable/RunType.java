package io.clientele.jobs.schedule.timetable;

import java.util.Locale;

/** What made a run. Only the first three are made by this engine; the others may be met in ids. */
public enum RunType {
  SCHEDULED,
  MANUAL,
  BACKFILL,
  ASSET_TRIGGERED,
  OPERATOR_TRIGGERED,
  ASSET_MATERIALIZATION;

  /** Its name in run ids and in the REST API. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an id of this type begins with. */
  String prefix() {
    return text() + "__";
  }
}
