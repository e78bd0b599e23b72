package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.timetable.Continuous;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.Restriction;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the scheduled runs of DAG files as lines that compare with Airflow's: DAG id, run id,
 * logical date, ends of the data interval, run_after, each in UTC. All runs since the start date
 * are listed, as with catchup.
 */
public final class RunList {
  private RunList() {}

  /** One line a run whose run_after lies between the instants, both inclusive. */
  public static List<String> lines(DagDefinition dag, Instant from, Instant until) {
    List<String> lines = new ArrayList<>();
    if (dag.timetable() instanceof Continuous) {
      return lines;
    }
    Restriction owed = new Restriction(dag.startDate(), dag.endDate(), true);
    Optional<DataInterval> last = Optional.empty();
    while (true) {
      Optional<RunDates> run = dag.timetable().next(last, owed, until);
      if (run.isEmpty() || run.get().runAfter().isAfter(until)) {
        return lines;
      }
      last = run.map(RunDates::interval);
      if (!run.get().runAfter().isBefore(from)) {
        lines.add(line(dag.dagId(), run.get()));
      }
    }
  }

  private static String line(String dagId, RunDates run) {
    return String.join(
        " ",
        dagId,
        RunIds.of(RunType.SCHEDULED, run.runAfter()),
        RunIds.isoText(run.logicalDate()),
        RunIds.isoText(run.interval().start()),
        RunIds.isoText(run.interval().end()),
        RunIds.isoText(run.runAfter()));
  }
}
