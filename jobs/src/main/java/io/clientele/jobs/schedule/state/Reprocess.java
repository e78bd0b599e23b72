package io.clientele.jobs.schedule.state;

import java.util.Locale;
import java.util.Optional;

/** Which existing runs a backfill makes again. */
public enum Reprocess {
  NONE,
  FAILED,
  COMPLETED;

  /** What a backfill does about one date. */
  public enum Action {
    CREATE,
    RERUN,
    SKIP
  }

  public static Reprocess of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Its name in Airflow's words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What to do about a date.
   *
   * @param existing state of the run it has; empty = none
   */
  public Action action(Optional<RunState> existing) {
    if (existing.isEmpty()) {
      return Action.CREATE;
    }
    boolean again =
        switch (existing.get()) {
          case FAILED -> this != NONE;
          case SUCCESS -> this == COMPLETED;
          case QUEUED, RUNNING -> false;
        };
    return again ? Action.RERUN : Action.SKIP;
  }
}
