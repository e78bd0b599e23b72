package io.clientele.jobs.schedule.state;

import io.clientele.jobs.schedule.timetable.Restriction;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants run after the fact.
 *
 * @param from first logical date, inclusive
 * @param to last logical date, inclusive
 * @param backwards newest first
 */
public record BackfillPlan(Instant from, Instant to, boolean backwards, Reprocess reprocess) {

  /**
   * Refuses what cannot be run.
   *
   * @param dependsOnPast whether any task of the DAG asks something of the previous run
   * @throws IllegalArgumentException with the reason
   */
  public void check(Timetable timetable, boolean dependsOnPast, Instant now) {
    if (from.isAfter(to)) {
      throw refused("it would end on " + to + ", before it begins on " + from, "swap the dates");
    }
    if (from.isAfter(now) && to.isAfter(now)) {
      throw refused(from + " to " + to + " lies in the future", "choose dates that have passed");
    }
    if (!timetable.isPeriodic()) {
      throw refused(
          "the schedule '" + timetable.summary() + "' has no dates", "trigger single runs instead");
    }
    if (dependsOnPast && backwards) {
      throw refused("a task depends on the previous run", "leave --run-backwards out");
    }
    if (dependsOnPast && reprocess == Reprocess.NONE) {
      throw refused(
          "a task depends on the previous run", "choose --reprocess-behavior failed or completed");
    }
  }

  /**
   * The runs in the order in which they are to start: those whose interval is over.
   *
   * @throws IllegalArgumentException when there is none
   */
  public List<RunDates> runs(Timetable timetable, Instant now) {
    Restriction restriction = new Restriction(Optional.of(from), Optional.of(to), true);
    List<RunDates> runs = new ArrayList<>();
    Optional<RunDates> next = timetable.next(Optional.empty(), restriction, now);
    while (next.isPresent() && next.get().interval().end().isBefore(now)) {
      RunDates run = next.get();
      if (!run.logicalDate().isBefore(from) && !run.logicalDate().isAfter(to)) {
        runs.add(run);
      }
      next = timetable.next(Optional.of(run.interval()), restriction, now);
    }
    if (runs.isEmpty()) {
      throw refused("no run lies between " + from + " and " + to, "choose a longer stretch");
    }
    if (backwards) {
      Collections.reverse(runs);
    }
    return runs;
  }

  private static IllegalArgumentException refused(String reason, String next) {
    return new IllegalArgumentException("Cannot backfill: " + reason + "; " + next + ".");
  }
}
