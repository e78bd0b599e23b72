package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.pipeline.metadata.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table backfill. */
public final class Backfills {
  private final Handle handle;

  Backfills(Handle handle) {
    this.handle = handle;
  }

  /** A number that no backfill has; the caller holds the turn. */
  public long nextId() {
    return handle
        .createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM backfill")
        .mapTo(Long.class)
        .one();
  }

  public void insert(Backfill backfill) {
    BackfillPlan plan = backfill.plan();
    handle.execute(
        "INSERT INTO backfill (id, dag_id, from_date, to_date, is_backwards, reprocess,"
            + " max_active_runs, conf, is_paused, created_at, updated_at) VALUES (?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?)",
        backfill.id(),
        backfill.dagId(),
        Column.micros(plan.from()),
        Column.micros(plan.to()),
        plan.backwards() ? 1 : 0,
        plan.reprocess().text(),
        backfill.maxActiveRuns(),
        Json.write(backfill.conf()),
        backfill.isPaused() ? 1 : 0,
        Column.micros(backfill.createdAt()),
        Column.micros(backfill.updatedAt()));
  }

  /** Writes everything that may change. */
  public void save(Backfill backfill) {
    handle.execute(
        "UPDATE backfill SET is_paused = ?, completed_at = ?, updated_at = ? WHERE id = ?",
        backfill.isPaused() ? 1 : 0,
        Column.micros(backfill.completedAt()),
        Column.micros(backfill.updatedAt()),
        backfill.id());
  }

  public Optional<Backfill> find(long id) {
    return list("id = ?", id).stream().findFirst();
  }

  public List<Backfill> of(String dagId) {
    return list("dag_id = ? ORDER BY id", dagId);
  }

  public List<Backfill> active() {
    return list("completed_at IS NULL ORDER BY id");
  }

  private List<Backfill> list(String condition, Object... values) {
    return handle
        .select("SELECT * FROM backfill WHERE " + condition, values)
        .map((rows, context) -> read(rows))
        .list();
  }

  private static Backfill read(ResultSet rows) throws SQLException {
    return new Backfill(
        rows.getLong("id"),
        rows.getString("dag_id"),
        new BackfillPlan(
            Column.instant(rows.getLong("from_date")),
            Column.instant(rows.getLong("to_date")),
            rows.getInt("is_backwards") == 1,
            Reprocess.of(rows.getString("reprocess"))),
        rows.getInt("max_active_runs"),
        Column.map(rows, "conf"),
        rows.getInt("is_paused") == 1,
        Column.instant(rows.getLong("created_at")),
        Column.instant(rows, "completed_at"),
        Column.instant(rows.getLong("updated_at")));
  }
}
