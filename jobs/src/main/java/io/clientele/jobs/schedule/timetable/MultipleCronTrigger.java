package io.clientele.jobs.schedule.timetable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run at each tick of several cron expressions (MultipleCronTriggerTimetable). */
public record MultipleCronTrigger(
    List<CronExpression> expressions, ZoneId zone, Delta interval, FirstRun firstRun)
    implements Timetable {
  public MultipleCronTrigger {
    expressions = List.copyOf(expressions);
    if (expressions.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot schedule by several cron expressions: the list is empty; give one at least.");
    }
  }

  @Override
  public Optional<RunDates> next(
      Optional<DataInterval> last, Restriction restriction, Instant now) {
    List<RunDates> candidates =
        expressions.stream()
            .map(expression -> new CronTrigger(expression, zone, interval, firstRun))
            .flatMap(trigger -> trigger.next(last, restriction, now).stream())
            .toList();
    Comparator<RunDates> byDate = Comparator.comparing(RunDates::logicalDate);
    Optional<RunDates> newestPast =
        candidates.stream().filter(run -> !run.logicalDate().isAfter(now)).max(byDate);
    return restriction.catchup() || newestPast.isEmpty()
        ? candidates.stream().min(byDate)
        : newestPast;
  }

  @Override
  public DataInterval manualInterval(Instant at) {
    return TriggerRuns.manual(at, interval);
  }

  @Override
  public boolean isPeriodic() {
    return true;
  }

  @Override
  public String summary() {
    return expressions.stream().map(CronExpression::text).collect(Collectors.joining(", "));
  }
}
