package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.util.Optional;

/** When a DAG runs, and over which data; the semantics of Airflow 3.4's timetable of that name. */
public sealed interface Timetable
    permits CronDataInterval,
        CronTrigger,
        DeltaDataInterval,
        DeltaTrigger,
        MultipleCronTrigger,
        Once,
        Continuous,
        Unscheduled {
  /**
   * The run after the last automated one.
   *
   * @param last interval of the newest scheduled or backfill run; manual runs never count
   * @return empty when no run is owed or planned
   */
  Optional<RunDates> next(Optional<DataInterval> last, Restriction restriction, Instant now);

  /** The data interval of a manual run at an instant. */
  DataInterval manualInterval(Instant at);

  /** Whether it ticks over and over; only such a schedule can be backfilled. */
  boolean isPeriodic();

  /** The schedule in a few characters, as Airflow lists it. */
  String summary();
}
