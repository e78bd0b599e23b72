package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.pipeline.metadata.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table dag_run: one row a run; unique by run id and by logical date. */
public final class Runs {
  private static final String AUTOMATED = "run_type IN ('scheduled', 'backfill')";

  private static final String INSERT =
      "INSERT INTO dag_run (dag_id, run_id, run_type, state, reason, logical_date, interval_start,"
          + " interval_end, run_after, queued_at, conf, note, triggered_by, triggering_user,"
          + " backfill_id, backfill_ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  private final Handle handle;

  Runs(Handle handle) {
    this.handle = handle;
  }

  /** False when the DAG already has a run of that id or that logical date. */
  public boolean insert(DagRun run) {
    return handle.execute(INSERT, values(run)) == 1;
  }

  /** Inserts many at once; the first that is there already, by id or logical date, is returned. */
  public Optional<DagRun> insertAll(List<DagRun> runs) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (DagRun run : runs) {
      batch.add(values(run));
    }
    int[] inserted = runs.isEmpty() ? new int[0] : batch.execute();
    return IntStream.range(0, inserted.length)
        .filter(at -> inserted[at] == 0)
        .mapToObj(runs::get)
        .findFirst();
  }

  private static Object[] values(DagRun run) {
    return new Object[] {
      run.dagId(),
      run.runId(),
      run.type().text(),
      run.state().text(),
      run.reason().name(),
      Column.micros(run.logicalDate()),
      Column.micros(run.interval().map(DataInterval::start)),
      Column.micros(run.interval().map(DataInterval::end)),
      Column.micros(run.runAfter()),
      Column.micros(run.times().queuedAt()),
      Json.write(run.conf()),
      run.note().orElse(null),
      run.origin().by(),
      run.origin().user().orElse(null),
      run.backfill().map(DagRun.InBackfill::id).orElse(null),
      run.backfill().map(DagRun.InBackfill::ordinal).orElse(null)
    };
  }

  /** Writes everything that may change. */
  public void save(DagRun run) {
    handle.execute(
        "UPDATE dag_run SET run_type = ?, state = ?, reason = ?, queued_at = ?, started_at = ?,"
            + " ended_at = ?, decided_at = ?, conf = ?, note = ?, backfill_id = ?,"
            + " backfill_ordinal = ? WHERE dag_id = ? AND run_id = ?",
        run.type().text(),
        run.state().text(),
        run.reason().name(),
        Column.micros(run.times().queuedAt()),
        Column.micros(run.times().startedAt()),
        Column.micros(run.times().endedAt()),
        Column.micros(run.times().decidedAt()),
        Json.write(run.conf()),
        run.note().orElse(null),
        run.backfill().map(DagRun.InBackfill::id).orElse(null),
        run.backfill().map(DagRun.InBackfill::ordinal).orElse(null),
        run.dagId(),
        run.runId());
  }

  /** Takes the run away with everything that belongs to it. */
  public void delete(String dagId, String runId) {
    for (String table : List.of("xcom", "task_attempt", "task_instance", "dag_run")) {
      handle.execute("DELETE FROM " + table + " WHERE dag_id = ? AND run_id = ?", dagId, runId);
    }
  }

  public Optional<DagRun> find(String dagId, String runId) {
    return one("dag_id = ? AND run_id = ?", dagId, runId);
  }

  public Optional<DagRun> at(String dagId, Instant logicalDate) {
    return one("dag_id = ? AND logical_date = ?", dagId, Column.micros(logicalDate));
  }

  /** The newest run that the timetable or a backfill made. */
  public Optional<DagRun> lastAutomated(String dagId) {
    return one("dag_id = ? AND " + AUTOMATED + " ORDER BY logical_date DESC LIMIT 1", dagId);
  }

  /**
   * The run before a logical date.
   *
   * @param automatedOnly whether manual runs do not count
   */
  public Optional<DagRun> before(String dagId, Instant logicalDate, boolean automatedOnly) {
    return one(
        "dag_id = ? AND logical_date < ?"
            + (automatedOnly ? " AND " + AUTOMATED : "")
            + " ORDER BY logical_date DESC LIMIT 1",
        dagId,
        Column.micros(logicalDate));
  }

  /** The newest run before a logical date that ended well. */
  public Optional<DagRun> successBefore(String dagId, Instant logicalDate) {
    return one(
        "dag_id = ? AND logical_date < ? AND state = 'success' ORDER BY logical_date DESC LIMIT 1",
        dagId,
        Column.micros(logicalDate));
  }

  /** All runs in a state, the oldest due first. */
  public List<DagRun> in(RunState state) {
    return list("state = ? ORDER BY run_after, backfill_ordinal, dag_id, run_id", state.text());
  }

  /** The runs of a DAG, the newest first. */
  public List<DagRun> of(String dagId, int limit) {
    return list("dag_id = ? ORDER BY run_after DESC, run_id LIMIT ?", dagId, limit);
  }

  /** Those of them in a state. */
  public List<DagRun> of(String dagId, RunState state, int limit) {
    return list(
        "dag_id = ? AND state = ? ORDER BY run_after DESC, run_id LIMIT ?",
        dagId,
        state.text(),
        limit);
  }

  public List<DagRun> between(String dagId, Instant from, Instant to) {
    return list(
        "dag_id = ? AND logical_date >= ? AND logical_date <= ? ORDER BY logical_date",
        dagId,
        Column.micros(from),
        Column.micros(to));
  }

  /** Runs that ended since an instant, the oldest end first. */
  public List<DagRun> endedSince(Instant since) {
    return list(
        "ended_at >= ? AND state IN ('success', 'failed') ORDER BY ended_at, dag_id, run_id",
        Column.micros(since));
  }

  /** Runs that wait, those of backfills apart, the oldest due first. */
  public List<DagRun> queued() {
    return list("state = 'queued' AND backfill_id IS NULL ORDER BY run_after, dag_id, run_id");
  }

  /** Runs of a backfill that wait, in its order; a backfill may have very many. */
  public List<DagRun> queuedOf(long backfill, int limit) {
    return list(
        "backfill_id = ? AND state = 'queued' ORDER BY backfill_ordinal LIMIT ?", backfill, limit);
  }

  /** Whether a run of the backfill waits or runs. */
  public boolean isUnfinished(long backfill) {
    return one("backfill_id = ? AND state IN ('queued', 'running') LIMIT 1", backfill).isPresent();
  }

  /** How many runs a backfill has. */
  public int countOf(long backfill) {
    return handle
        .createQuery("SELECT COUNT(*) FROM dag_run WHERE backfill_id = :id")
        .bind("id", backfill)
        .mapTo(Integer.class)
        .one();
  }

  /** Ends the runs of a backfill that wait; they fail. */
  public void failQueuedOf(long backfill, Instant now) {
    handle.execute(
        "UPDATE dag_run SET state = 'failed', reason = 'NONE', ended_at = ?, decided_at = ? WHERE"
            + " backfill_id = ? AND state = 'queued'",
        Column.micros(now),
        Column.micros(now),
        backfill);
  }

  /** States of the DAG's runs with a logical date in that stretch, bounds included. */
  public Map<Instant, RunState> statesBetween(String dagId, Instant from, Instant to) {
    Map<Instant, RunState> states = new HashMap<>();
    handle
        .select(
            "SELECT logical_date, state FROM dag_run WHERE dag_id = ? AND logical_date BETWEEN ? AND"
                + " ?",
            dagId,
            Column.micros(from),
            Column.micros(to))
        .map(
            (rows, context) ->
                Map.entry(
                    Column.instant(rows.getLong("logical_date")),
                    RunState.of(rows.getString("state"))))
        .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    return states;
  }

  /** How many runs of the DAG wait or run, those of backfills apart. */
  public int active(String dagId) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM dag_run WHERE dag_id = :dag AND backfill_id IS NULL AND state IN"
                + " ('queued', 'running')")
        .bind("dag", dagId)
        .mapTo(Integer.class)
        .one();
  }

  /** States of the newest runs with a logical date, the newest first. */
  public List<RunState> newestStates(String dagId, int limit) {
    return list(
            "dag_id = ? AND logical_date IS NOT NULL ORDER BY logical_date DESC LIMIT ?",
            dagId,
            limit)
        .stream()
        .map(DagRun::state)
        .toList();
  }

  private Optional<DagRun> one(String condition, Object... values) {
    return list(condition, values).stream().findFirst();
  }

  /** Runs by a condition in SQL, with its order. */
  public List<DagRun> list(String condition, Object... values) {
    return handle
        .select("SELECT * FROM dag_run WHERE " + condition, values)
        .map((rows, context) -> read(rows))
        .list();
  }

  /** A part of the runs that are asked for. */
  public RowQuery.Page<DagRun> page(RowQuery query, RowQuery.Slice slice) {
    return query.page(handle, "dag_run.*", "dag_run", Runs::read, slice);
  }

  /** How many are asked for, counted up to a number. */
  public long count(RowQuery query, long atMost) {
    return query.count(handle, "dag_run", atMost);
  }

  private static DagRun read(ResultSet rows) throws SQLException {
    Optional<Instant> start = Column.instant(rows, "interval_start");
    Optional<Instant> end = Column.instant(rows, "interval_end");
    Optional<Long> backfill = Column.number(rows, "backfill_id");
    int ordinal = rows.getInt("backfill_ordinal");
    return new DagRun(
        rows.getString("dag_id"),
        rows.getString("run_id"),
        RunType.valueOf(rows.getString("run_type").toUpperCase(Locale.ROOT)),
        RunState.of(rows.getString("state")),
        RunOutcome.Reason.valueOf(rows.getString("reason")),
        Column.instant(rows, "logical_date"),
        start.flatMap(from -> end.map(to -> new DataInterval(from, to))),
        Column.instant(rows.getLong("run_after")),
        new DagRun.Times(
            Column.instant(rows, "queued_at"),
            Column.instant(rows, "started_at"),
            Column.instant(rows, "ended_at"),
            Column.instant(rows, "decided_at")),
        Column.map(rows, "conf"),
        Column.text(rows, "note"),
        new DagRun.Origin(rows.getString("triggered_by"), Column.text(rows, "triggering_user")),
        backfill.map(id -> new DagRun.InBackfill(id, ordinal)));
  }
}
