package io.clientele.jobs.schedule.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table notice: what was told to people, each thing once. */
public final class Notices {
  private final Handle handle;

  Notices(Handle handle) {
    this.handle = handle;
  }

  /**
   * Something to tell.
   *
   * @param kind failed, recovered, late
   * @param occasion what tells two of a kind apart: when the run ended
   * @param channel how it is told
   */
  public record Notice(String dagId, String runId, String kind, Instant occasion, String channel) {}

  /** False when it was told before. */
  public boolean claim(Notice notice, Instant now) {
    return handle.execute(
            "INSERT INTO notice (dag_id, run_id, kind, occasion, channel, sent_at) VALUES (?, ?,"
                + " ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            notice.dagId(),
            notice.runId(),
            notice.kind(),
            Column.micros(notice.occasion()),
            notice.channel(),
            Column.micros(now))
        == 1;
  }

  /** The run whose failure was told last, if nothing better was told since. */
  public Optional<String> openFailure(String dagId) {
    return handle
        .createQuery(
            "SELECT kind, run_id FROM notice WHERE dag_id = :dag AND kind IN ('failed',"
                + " 'recovered') ORDER BY sent_at DESC, occasion DESC LIMIT 1")
        .bind("dag", dagId)
        .map(
            (rows, context) ->
                rows.getString("kind").equals("failed") ? rows.getString("run_id") : "")
        .findOne()
        .filter(run -> !run.isEmpty());
  }
}
