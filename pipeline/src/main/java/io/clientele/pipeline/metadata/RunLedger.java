package io.clientele.pipeline.metadata;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.pipeline.StepResult;
import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.store.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every run and every step of it, with rows and seconds. */
public final class RunLedger {
  private final MetadataDatabase database;

  RunLedger(MetadataDatabase database) {
    this.database = database;
  }

  /** Opens a new run, or takes up an open one again. */
  public void start(String runId, String command, Instant now, long basePublication) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO run (id, command, started_at, state, base_publication,"
                        + " branches_dropped) VALUES (?, ?, ?, 'RUNNING', ?, 0) ON CONFLICT (id) DO"
                        + " UPDATE SET state = 'RUNNING', ended_at = NULL, branches_dropped = 0",
                    runId,
                    command,
                    now.toEpochMilli(),
                    basePublication));
  }

  /** Writes how the run stands now. */
  public void end(String runId, RunEntry.State state, Instant now, String message) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE run SET state = ?, ended_at = ?, message = ? WHERE id = ?",
                    state.name(),
                    now.toEpochMilli(),
                    message,
                    runId));
  }

  /**
   * Gives an open run up: the warehouse is free at once, the next run clears away what it wrote.
   *
   * @throws IllegalArgumentException when the run is not open
   */
  public void giveUp(String runId, Instant now) {
    int ended =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  RunLock.endRest(handle, runId);
                  return handle.execute(
                      "UPDATE run SET state = 'DEAD', ended_at = ?, message = 'given up' WHERE id ="
                          + " ? AND state = 'OPEN'",
                      now.toEpochMilli(),
                      runId);
                });
    if (ended == 0) {
      throw new IllegalArgumentException(
          "Cannot give up run "
              + runId
              + ": it is not open (between two tasks); see 'clientele runs' for open ones, and stop"
              + " the process of a running one.");
    }
  }

  public Optional<RunEntry> find(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM run WHERE id = :id")
                    .bind("id", runId)
                    .map((rows, context) -> run(rows))
                    .findOne());
  }

  /** The newest runs, newest first. */
  public List<RunEntry> recentRuns(int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM run ORDER BY started_at DESC, id DESC LIMIT :limit")
                    .bind("limit", limit)
                    .map((rows, context) -> run(rows))
                    .list());
  }

  /** Runs that left branches behind; the caller holds the lock, so none but its own is alive. */
  public List<RunEntry> unfinishedBut(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM run WHERE branches_dropped = 0 AND id <> :id ORDER BY id")
                    .bind("id", runId)
                    .map((rows, context) -> run(rows))
                    .list());
  }

  /** Whether the run is known and nothing that it wrote is left. */
  public boolean isDropped(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT 1 FROM run WHERE id = :id AND branches_dropped = 1")
                    .bind("id", runId)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
  }

  /** Forgets a dropped run and its steps, so that the same id can start from the beginning. */
  public void forget(String runId) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("DELETE FROM step_run WHERE run_id = ?", runId);
              handle.execute("DELETE FROM run WHERE id = ? AND branches_dropped = 1", runId);
            });
  }

  /** No branch of the run is left. */
  public void branchesDropped(String runId) {
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE run SET branches_dropped = 1 WHERE id = ?", runId));
  }

  /** Writes or replaces the row of a step. */
  public void record(String runId, StepResult result) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "DELETE FROM step_run WHERE run_id = ? AND step = ?", runId, result.step());
              handle.execute(
                  "INSERT INTO step_run (run_id, step, started_at, seconds, state, rows_in,"
                      + " rows_out, inserted, updated, deleted, quarantined, rows_read,"
                      + " tables_written, consumed, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                      + " ?, ?, ?, ?, ?)",
                  runId,
                  result.step(),
                  result.startedAt().toEpochMilli(),
                  result.seconds(),
                  result.state().name(),
                  result.rowsIn(),
                  result.rowsOut(),
                  result.inserted(),
                  result.updated(),
                  result.deleted(),
                  result.quarantined(),
                  Json.write(result.rowsRead()),
                  Json.write(result.tables()),
                  Json.write(result.consumed()),
                  result.message());
            });
  }

  /** The steps of a run in the order in which they started. */
  public List<StepResult> steps(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM step_run WHERE run_id = :id ORDER BY started_at, step")
                    .bind("id", runId)
                    .map((rows, context) -> step(rows))
                    .list());
  }

  private static RunEntry run(ResultSet rows) throws SQLException {
    long ended = rows.getLong("ended_at");
    Optional<Instant> endedAt =
        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    return new RunEntry(
        rows.getString("id"),
        rows.getString("command"),
        Instant.ofEpochMilli(rows.getLong("started_at")),
        endedAt,
        RunEntry.State.valueOf(rows.getString("state")),
        Optional.ofNullable(rows.getString("as_of")).map(LocalDate::parse),
        rows.getLong("base_publication"),
        Optional.ofNullable(rows.getString("message")).orElse(""));
  }

  private static StepResult step(ResultSet rows) throws SQLException {
    return new StepResult(
        rows.getString("step"),
        StepResult.State.valueOf(rows.getString("state")),
        Instant.ofEpochMilli(rows.getLong("started_at")),
        rows.getDouble("seconds"),
        Json.read(rows.getString("rows_read"), new TypeReference<Map<String, Long>>() {}),
        Json.read(rows.getString("tables_written"), new TypeReference<List<TableResult>>() {}),
        Json.read(rows.getString("consumed"), new TypeReference<Map<String, Position>>() {}),
        Optional.ofNullable(rows.getString("message")).orElse(""));
  }
}
