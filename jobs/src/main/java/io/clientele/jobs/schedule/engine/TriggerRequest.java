package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * A manual run as somebody asks for it.
 *
 * @param runId empty = made from the instant
 * @param logicalDate empty = none
 * @param interval empty = inferred from the logical date; without effect when there is none
 * @param runAfter empty = now
 * @param conf JSON values for its templates
 * @param origin who asks
 */
public record TriggerRequest(
    String dagId,
    Optional<String> runId,
    Optional<Instant> logicalDate,
    Optional<DataInterval> interval,
    Optional<Instant> runAfter,
    Map<String, Object> conf,
    Optional<String> note,
    DagRun.Origin origin) {

  /** A run for now, as the command line makes it: its logical date is the instant. */
  public static TriggerRequest now(String dagId, Instant now, DagRun.Origin origin) {
    return new TriggerRequest(
        dagId,
        Optional.empty(),
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        origin);
  }

  /** The same with the interval that a timetable gives it, unless one was given. */
  TriggerRequest withIntervalOf(DagDefinition dag) {
    return new TriggerRequest(
        dagId,
        runId,
        logicalDate,
        interval.or(() -> logicalDate.map(dag.timetable()::manualInterval)),
        runAfter,
        conf,
        note,
        origin);
  }

  /** The run that is asked for. */
  DagRun run(DagDefinition dag, Instant now) {
    runId.ifPresent(RunIds::checkManual);
    Instant due = runAfter.orElse(now).truncatedTo(ChronoUnit.MICROS);
    Optional<Instant> date = logicalDate.map(given -> given.truncatedTo(ChronoUnit.MICROS));
    Optional<DataInterval> data =
        date.map(at -> interval.orElseGet(() -> dag.timetable().manualInterval(at)));
    DagRun run =
        DagRun.queued(
            dagId,
            runId.orElseGet(() -> RunIds.of(RunType.MANUAL, due)),
            RunType.MANUAL,
            new DagRun.Dates(date, data, due),
            origin,
            now);
    return run.withConf(conf).withNote(note);
  }
}
