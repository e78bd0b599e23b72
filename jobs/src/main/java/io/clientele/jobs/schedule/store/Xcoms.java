package io.clientele.jobs.schedule.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.pipeline.metadata.Json;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table xcom: what tasks leave for others; JSON values. */
public final class Xcoms {
  /** The key of a task's last line of output. */
  public static final String RETURN_VALUE = "return_value";

  private final Handle handle;

  Xcoms(Handle handle) {
    this.handle = handle;
  }

  /** A value and when it was left. */
  public record Entry(String key, Object value, Instant writtenAt) {}

  public void push(TaskInstance task, String key, Object value, Instant now) {
    handle.execute(
        "INSERT INTO xcom (dag_id, run_id, task_id, key, value, written_at) VALUES (?, ?, ?, ?, ?,"
            + " ?) ON CONFLICT (dag_id, run_id, task_id, key) DO UPDATE SET value ="
            + " excluded.value, written_at = excluded.written_at",
        task.dagId(),
        task.runId(),
        task.taskId(),
        key,
        Json.write(value),
        Column.micros(now));
  }

  public Optional<Entry> find(String dagId, String runId, String taskId, String key) {
    return handle
        .select(
            "SELECT value, written_at FROM xcom WHERE dag_id = ? AND run_id = ? AND task_id = ?"
                + " AND key = ?",
            dagId,
            runId,
            taskId,
            key)
        .map(
            (rows, context) ->
                new Entry(
                    key,
                    Json.read(rows.getString("value"), new TypeReference<Object>() {}),
                    Column.instant(rows.getLong("written_at"))))
        .findOne();
  }

  /** A new attempt begins with nothing. */
  public void deleteOf(TaskInstance task) {
    handle.execute(
        "DELETE FROM xcom WHERE dag_id = ? AND run_id = ? AND task_id = ?",
        task.dagId(),
        task.runId(),
        task.taskId());
  }
}
