package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.timetable.Continuous;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunDates;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The automated runs to come, one after another, without making any. */
public final class Forecast implements Iterator<RunDates> {
  private final DagDefinition dag;
  private final Instant now;
  private Optional<RunDates> next;

  /**
   * @param last interval of the newest automated run
   */
  public Forecast(DagDefinition dag, Optional<DataInterval> last, Instant now) {
    this.dag = dag;
    this.now = now;
    this.next = dag.timetable().next(last, dag.restriction(), now);
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public RunDates next() {
    RunDates run = next.orElseThrow(NoSuchElementException::new);
    // What follows is asked for at the time when it is due, as the scheduler will.
    Instant then = run.runAfter().isAfter(now) ? run.runAfter() : now;
    next =
        dag.timetable() instanceof Continuous
            ? Optional.empty()
            : dag.timetable().next(Optional.of(run.interval()), dag.restriction(), then);
    return run;
  }
}
