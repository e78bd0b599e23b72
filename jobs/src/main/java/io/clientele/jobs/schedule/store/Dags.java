package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.timetable.RunDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table dag: one row for each DAG ever seen. */
public final class Dags {
  private final Handle handle;

  Dags(Handle handle) {
    this.handle = handle;
  }

  /** Notes that a file names the DAG; a new one is paused or not, a known one stays as it is. */
  public void seen(String dagId, String file, boolean pausedIfNew, Instant now) {
    long at = Column.micros(now);
    handle.execute(
        "INSERT INTO dag (dag_id, file, is_paused, is_stale, first_seen_at, last_seen_at)"
            + " VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (dag_id) DO UPDATE SET file ="
            + " excluded.file, is_stale = 0, last_seen_at = excluded.last_seen_at",
        dagId,
        file,
        pausedIfNew ? 1 : 0,
        at,
        at);
  }

  public void markStale(String dagId) {
    handle.execute("UPDATE dag SET is_stale = 1, next_run_after = NULL WHERE dag_id = ?", dagId);
  }

  public void pause(String dagId, boolean paused) {
    handle.execute("UPDATE dag SET is_paused = ? WHERE dag_id = ?", paused ? 1 : 0, dagId);
  }

  /** Keeps the next run for those who ask; it is computed anew whenever it matters. */
  public void next(String dagId, Optional<RunDates> run) {
    handle.execute(
        "UPDATE dag SET next_logical_date = ?, next_interval_end = ?, next_run_after = ? WHERE"
            + " dag_id = ?",
        Column.micros(run.map(RunDates::logicalDate)),
        Column.micros(run.map(dates -> dates.interval().end())),
        Column.micros(run.map(RunDates::runAfter)),
        dagId);
  }

  public Optional<DagEntry> find(String dagId) {
    return handle
        .createQuery("SELECT * FROM dag WHERE dag_id = :dag")
        .bind("dag", dagId)
        .map((rows, context) -> read(rows))
        .findOne();
  }

  public List<DagEntry> all() {
    return handle
        .createQuery("SELECT * FROM dag ORDER BY dag_id")
        .map((rows, context) -> read(rows))
        .list();
  }

  private static DagEntry read(ResultSet rows) throws SQLException {
    Optional<Instant> due = Column.instant(rows, "next_run_after");
    Optional<DagEntry.Next> next =
        due.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new DagEntry.Next(
                    Column.instant(rows.getLong("next_logical_date")),
                    Column.instant(rows.getLong("next_interval_end")),
                    due.get()));
    return new DagEntry(
        rows.getString("dag_id"),
        rows.getString("file"),
        rows.getInt("is_paused") == 1,
        rows.getInt("is_stale") == 1,
        next,
        Column.instant(rows.getLong("first_seen_at")),
        Column.instant(rows.getLong("last_seen_at")));
  }
}
