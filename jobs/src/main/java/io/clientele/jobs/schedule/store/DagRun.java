package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a DAG.
 *
 * @param reason why it failed
 * @param logicalDate empty for a manual run without one
 * @param conf what it was triggered with; values are JSON values
 * @param origin who or what asked for it
 * @param backfill the backfill that it belongs to
 */
public record DagRun(
    String dagId,
    String runId,
    RunType type,
    RunState state,
    RunOutcome.Reason reason,
    Optional<Instant> logicalDate,
    Optional<DataInterval> interval,
    Instant runAfter,
    Times times,
    Map<String, Object> conf,
    Optional<String> note,
    Origin origin,
    Optional<InBackfill> backfill) {
  public DagRun {
    conf = Collections.unmodifiableMap(new LinkedHashMap<>(conf));
  }

  /** When what happened to a run. */
  public record Times(
      Optional<Instant> queuedAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Optional<Instant> decidedAt) {
    static Times queued(Instant at) {
      return new Times(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Who asked for a run.
   *
   * @param by timetable, cli, rest_api, backfill
   */
  public record Origin(String by, Optional<String> user) {
    public static final Origin TIMETABLE = new Origin("timetable", Optional.empty());
  }

  /** The place of a run in its backfill. */
  public record InBackfill(long id, int ordinal) {}

  /** A new run that waits for its start. */
  public static DagRun queued(
      String dagId, String runId, RunType type, Dates dates, Origin origin, Instant now) {
    return new DagRun(
        dagId,
        runId,
        type,
        RunState.QUEUED,
        RunOutcome.Reason.NONE,
        dates.logicalDate(),
        dates.interval(),
        dates.runAfter(),
        Times.queued(now),
        Map.of(),
        Optional.empty(),
        origin,
        Optional.empty());
  }

  /** The dates a run is made with. */
  public record Dates(
      Optional<Instant> logicalDate, Optional<DataInterval> interval, Instant runAfter) {}

  public boolean isBackfill() {
    return backfill.isPresent();
  }

  public DagRun withConf(Map<String, Object> values) {
    return copy(state, reason, times, values, note, type, backfill);
  }

  public DagRun withNote(Optional<String> text) {
    return copy(state, reason, times, conf, text, type, backfill);
  }

  public DagRun inBackfill(InBackfill place) {
    return copy(state, reason, times, conf, note, RunType.BACKFILL, Optional.of(place));
  }

  DagRun copy(
      RunState newState,
      RunOutcome.Reason newReason,
      Times newTimes,
      Map<String, Object> newConf,
      Optional<String> newNote,
      RunType newType,
      Optional<InBackfill> newBackfill) {
    return new DagRun(
        dagId,
        runId,
        newType,
        newState,
        newReason,
        logicalDate,
        interval,
        runAfter,
        newTimes,
        newConf,
        newNote,
        origin,
        newBackfill);
  }

  /** The run once it has begun. */
  public DagRun started(Instant now) {
    Times begun = new Times(times.queuedAt, Optional.of(now), Optional.empty(), Optional.of(now));
    return copy(RunState.RUNNING, RunOutcome.Reason.NONE, begun, conf, note, type, backfill);
  }

  /** The run once it has ended. */
  public DagRun ended(RunOutcome outcome, Instant now) {
    Times over = new Times(times.queuedAt, times.startedAt, Optional.of(now), Optional.of(now));
    return copy(outcome.state(), outcome.reason(), over, conf, note, type, backfill);
  }

  /** The run once somebody cleared it. */
  public DagRun queuedAgain(Instant now) {
    return copy(
        RunState.QUEUED, RunOutcome.Reason.NONE, Times.queued(now), conf, note, type, backfill);
  }

  /** Wall time from its start to its end; empty while it has not ended. */
  public Optional<Duration> duration() {
    return times.endedAt.flatMap(end -> times.startedAt.map(start -> Duration.between(start, end)));
  }
}
