package io.clientele.jobs.schedule.timetable;

/** A cron expression that cannot be read. */
public final class CronException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CronException(String reason) {
    super(reason);
  }

  CronException(String expression, String reason) {
    super(
        "Cannot read cron expression '%s': %s; correct the schedule."
            .formatted(expression, reason));
  }
}
