package io.clientele.jobs.schedule.store;

import io.clientele.pipeline.metadata.Holder;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table scheduler: the processes, and when each was last heard of. */
public final class Schedulers {
  private final Handle handle;

  Schedulers(Handle handle) {
    this.handle = handle;
  }

  /** One scheduler process. */
  public record Entry(String id, Holder process, Instant startedAt, Instant heartbeatAt) {}

  /** Says that the process is alive. */
  public void beat(String id, Holder process, Instant now) {
    handle.execute(
        "INSERT INTO scheduler (id, host, pid, process_started_at, started_at, heartbeat_at)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET heartbeat_at ="
            + " excluded.heartbeat_at",
        id,
        process.host(),
        process.pid(),
        process.startedAt(),
        Column.micros(now),
        Column.micros(now));
  }

  public void remove(String id) {
    handle.execute("DELETE FROM scheduler WHERE id = ?", id);
  }

  public List<Entry> all() {
    return handle
        .createQuery("SELECT * FROM scheduler ORDER BY started_at, id")
        .map(
            (rows, context) ->
                new Entry(
                    rows.getString("id"),
                    new Holder(
                        rows.getString("host"),
                        rows.getLong("pid"),
                        rows.getLong("process_started_at")),
                    Column.instant(rows.getLong("started_at")),
                    Column.instant(rows.getLong("heartbeat_at"))))
        .list();
  }
}
