package io.clientele.jobs.schedule.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table notice: what was told to people, each thing once. */
public final class Notices {
  private final Handle handle;

  Notices(Handle handle) {
    this.handle = handle;
  }

  /** What a notice is about. */
  public enum Kind {
    FAILED,
    RECOVERED,
    LATE;

    /** Its name in the table and in messages. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something told.
   *
   * @param occasion what tells two of a kind apart: when the run ended, or began
   * @param channel how it is told
   */
  public record Notice(String dagId, String runId, Kind kind, Instant occasion, String channel) {}

  /** False when it was told before. */
  public boolean claim(Notice notice, Instant now) {
    return handle.execute(
            "INSERT INTO notice (dag_id, run_id, kind, occasion, channel, sent_at) VALUES (?, ?,"
                + " ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            notice.dagId(),
            notice.runId(),
            notice.kind().text(),
            Column.micros(notice.occasion()),
            notice.channel(),
            Column.micros(now))
        == 1;
  }

  /** When the failure ended that was told last, if no recovery has been told since. */
  public Optional<Instant> openFailure(String dagId, String channel) {
    return handle
        .createQuery(
            "SELECT kind, occasion FROM notice WHERE dag_id = :dag AND channel = :channel AND kind"
                + " IN ('failed', 'recovered') ORDER BY occasion DESC LIMIT 1")
        .bind("dag", dagId)
        .bind("channel", channel)
        .map(
            (rows, context) ->
                rows.getString("kind").equals(Kind.FAILED.text())
                    ? Column.instant(rows, "occasion")
                    : Optional.<Instant>empty())
        .findOne()
        .flatMap(occasion -> occasion);
  }
}
