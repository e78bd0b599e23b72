package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the runs that timetables owe, one interval after another. */
final class RunCreation {
  private static final Logger LOG = LoggerFactory.getLogger(RunCreation.class);

  private final Pass pass;

  RunCreation(Pass pass) {
    this.pass = pass;
  }

  void createDue() {
    for (DagShape shape : pass.dags()) {
      try {
        createDue(shape.dag());
      } catch (IllegalStateException e) {
        LOG.warn("no run of {} can be made: {}", shape.dagId(), e.getMessage());
      }
    }
  }

  private void createDue(DagDefinition dag) {
    Optional<DataInterval> last =
        pass.tables().runs().lastAutomated(dag.dagId()).flatMap(DagRun::interval);
    Optional<RunDates> next = next(dag, last);
    int active = pass.tables().runs().active(dag.dagId());
    while (isDue(next) && !pass.isPaused(dag.dagId()) && active < dag.limits().maxActiveRuns()) {
      RunDates dates = next.get();
      if (create(dag, dates)) {
        active++;
      }
      next = after(dag, dates);
    }
    pass.tables().dags().next(dag.dagId(), next);
  }

  private Optional<RunDates> next(DagDefinition dag, Optional<DataInterval> last) {
    return dag.timetable().next(last, dag.restriction(), pass.now());
  }

  private boolean isDue(Optional<RunDates> next) {
    return next.isPresent() && !next.get().runAfter().isAfter(pass.now());
  }

  /** False when a run, a manual one perhaps, has that logical date already. */
  private boolean create(DagDefinition dag, RunDates dates) {
    DagRun run =
        DagRun.queued(
            dag.dagId(),
            RunIds.of(RunType.SCHEDULED, dates.runAfter()),
            RunType.SCHEDULED,
            new DagRun.Dates(
                Optional.of(dates.logicalDate()), Optional.of(dates.interval()), dates.runAfter()),
            DagRun.Origin.TIMETABLE,
            pass.now());
    boolean created = pass.tables().runs().insert(run);
    if (created) {
      LOG.info("{} {} is made, due since {}", run.dagId(), run.runId(), run.runAfter());
    }
    return created;
  }

  /**
   * What follows a date that has its run now: from the interval of that run, which a person may
   * have chosen, unless that leads back.
   */
  private Optional<RunDates> after(DagDefinition dag, RunDates dates) {
    Optional<DataInterval> existing =
        pass.tables().runs().at(dag.dagId(), dates.logicalDate()).flatMap(DagRun::interval);
    Optional<RunDates> next = next(dag, existing.or(() -> Optional.of(dates.interval())));
    return next.isPresent() && !next.get().logicalDate().isAfter(dates.logicalDate())
        ? next(dag, Optional.of(dates.interval()))
        : next;
  }
}
