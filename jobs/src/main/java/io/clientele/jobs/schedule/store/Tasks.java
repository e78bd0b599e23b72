package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.TaskInstance.Worker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tables task_instance and task_attempt: what a task is now, and the attempts before. */
public final class Tasks {
  private static final String COLUMNS =
      "attempt_id, state, try_number, max_tries, scheduled_at, queued_at, started_at, ended_at,"
          + " host, pid, exit_code, message";

  private static final String WITH_RUNS =
      "task_instance t JOIN dag_run r ON r.dag_id = t.dag_id AND r.run_id = t.run_id";

  private final Handle handle;

  Tasks(Handle handle) {
    this.handle = handle;
  }

  public void insert(TaskInstance task) {
    handle.execute(
        "INSERT INTO task_instance (dag_id, run_id, task_id, attempt_id, state, try_number,"
            + " max_tries) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        task.dagId(),
        task.runId(),
        task.taskId(),
        task.attemptId(),
        task.state().text(),
        task.tryNumber(),
        task.maxTries());
  }

  /** Writes everything that may change. */
  public void save(TaskInstance task) {
    handle.execute(
        "UPDATE task_instance SET attempt_id = ?, state = ?, try_number = ?, max_tries = ?,"
            + " scheduled_at = ?, queued_at = ?, started_at = ?, ended_at = ?, retry_at = ?,"
            + " owner = ?, host = ?, pid = ?, exit_code = ?, message = ?, note = ? WHERE dag_id ="
            + " ? AND run_id = ? AND task_id = ?",
        task.attemptId(),
        task.state().text(),
        task.tryNumber(),
        task.maxTries(),
        Column.micros(task.times().scheduledAt()),
        Column.micros(task.times().queuedAt()),
        Column.micros(task.times().startedAt()),
        Column.micros(task.times().endedAt()),
        Column.micros(task.retryAt()),
        task.worker().map(Worker::scheduler).orElse(null),
        task.worker().map(Worker::host).orElse(null),
        task.worker().flatMap(Worker::pid).orElse(null),
        task.exitCode().orElse(null),
        task.message().orElse(null),
        task.note().orElse(null),
        task.dagId(),
        task.runId(),
        task.taskId());
  }

  /** Keeps the attempt as it stands, before another one takes its place. */
  public void keepAttempt(TaskInstance task) {
    if (task.tryNumber() == 0) {
      return;
    }
    String key = "dag_id = ? AND run_id = ? AND task_id = ?";
    handle.execute(
        "DELETE FROM task_attempt WHERE " + key + " AND try_number = ?",
        task.dagId(),
        task.runId(),
        task.taskId(),
        task.tryNumber());
    handle.execute(
        "INSERT INTO task_attempt (dag_id, run_id, task_id, "
            + COLUMNS
            + ") SELECT dag_id, run_id, task_id, "
            + COLUMNS
            + " FROM task_instance WHERE "
            + key,
        task.dagId(),
        task.runId(),
        task.taskId());
  }

  public Optional<TaskInstance> find(String dagId, String runId, String taskId) {
    return list("dag_id = ? AND run_id = ? AND task_id = ?", dagId, runId, taskId).stream()
        .findFirst();
  }

  public List<TaskInstance> of(String dagId, String runId) {
    return list("dag_id = ? AND run_id = ? ORDER BY task_id", dagId, runId);
  }

  public List<TaskInstance> in(TaskState state) {
    return list("state = ? ORDER BY dag_id, run_id, task_id", state.text());
  }

  /** All that a process works on, or is to work on. */
  public List<TaskInstance> occupying() {
    return list(
        "state IN ('queued', 'running', 'restarting') ORDER BY queued_at, dag_id, run_id, task_id");
  }

  /** Whether a run before that logical date has the task. */
  public boolean ranBefore(String dagId, String taskId, Instant logicalDate) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM task_instance t JOIN dag_run r ON r.dag_id = t.dag_id AND"
                + " r.run_id = t.run_id WHERE t.dag_id = :dag AND t.task_id = :task AND"
                + " r.logical_date < :date")
        .bind("dag", dagId)
        .bind("task", taskId)
        .bind("date", Column.micros(logicalDate))
        .mapTo(Integer.class)
        .map(count -> count > 0)
        .one();
  }

  /** Instances by a condition in SQL, with its order. */
  public List<TaskInstance> list(String condition, Object... values) {
    return handle
        .select("SELECT * FROM task_instance WHERE " + condition, values)
        .map((rows, context) -> read(rows, true))
        .list();
  }

  /** A part of the instances that are asked for; columns are t's and, of their runs, r's. */
  public RowQuery.Page<TaskInstance> page(RowQuery query, RowQuery.Slice slice) {
    return query.page(handle, "t.*", WITH_RUNS, rows -> read(rows, true), slice);
  }

  /** How many are asked for, counted up to a number. */
  public long count(RowQuery query, long atMost) {
    return query.count(handle, WITH_RUNS, atMost);
  }

  /** Every attempt of a task, the first one first; the last one is what the task is now. */
  public List<TaskInstance> attempts(String dagId, String runId, String taskId) {
    List<TaskInstance> attempts =
        new ArrayList<>(
            handle
                .select(
                    "SELECT * FROM task_attempt WHERE dag_id = ? AND run_id = ? AND task_id = ?"
                        + " ORDER BY try_number",
                    dagId,
                    runId,
                    taskId)
                .map((rows, context) -> read(rows, false))
                .list());
    find(dagId, runId, taskId)
        .filter(now -> now.tryNumber() > 0)
        .filter(now -> attempts.stream().noneMatch(old -> old.tryNumber() == now.tryNumber()))
        .ifPresent(attempts::add);
    return attempts;
  }

  private static TaskInstance read(ResultSet rows, boolean isCurrent) throws SQLException {
    Optional<String> host = Column.text(rows, "host");
    Optional<Long> pid = Column.number(rows, "pid");
    Optional<String> owner = isCurrent ? Column.text(rows, "owner") : Optional.empty();
    return new TaskInstance(
        rows.getString("dag_id"),
        rows.getString("run_id"),
        rows.getString("task_id"),
        rows.getString("attempt_id"),
        TaskState.of(rows.getString("state")),
        rows.getInt("try_number"),
        rows.getInt("max_tries"),
        new TaskInstance.Times(
            Column.instant(rows, "scheduled_at"),
            Column.instant(rows, "queued_at"),
            Column.instant(rows, "started_at"),
            Column.instant(rows, "ended_at")),
        isCurrent ? Column.instant(rows, "retry_at") : Optional.empty(),
        host.map(name -> new Worker(owner.orElse(""), name, pid)),
        Column.number(rows, "exit_code").map(Long::intValue),
        Column.text(rows, "message"),
        isCurrent ? Column.text(rows, "note") : Optional.empty());
  }
}
