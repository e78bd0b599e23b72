package io.clientele.jobs.schedule.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How many of what, for machines that watch. */
public final class Counts {
  private final Handle handle;

  Counts(Handle handle) {
    this.handle = handle;
  }

  /** So many of a DAG are in a state. */
  public record Count(String key, String state, long count) {}

  public List<Count> runs() {
    return counts("dag_run");
  }

  public List<Count> tasks() {
    return counts("task_instance");
  }

  private List<Count> counts(String table) {
    return handle
        .createQuery(
            "SELECT dag_id, state, COUNT(*) AS n FROM "
                + table
                + " GROUP BY dag_id, state ORDER BY dag_id, state")
        .map(
            (rows, context) ->
                new Count(rows.getString("dag_id"), rows.getString("state"), rows.getLong("n")))
        .list();
  }

  /** When the newest good run of each DAG ended. */
  public Map<String, Instant> lastSuccesses() {
    Map<String, Instant> ends = new TreeMap<>();
    handle
        .createQuery(
            "SELECT dag_id, MAX(ended_at) AS ended FROM dag_run WHERE state = 'success' AND"
                + " ended_at IS NOT NULL GROUP BY dag_id")
        .map(
            (rows, context) ->
                Map.entry(rows.getString("dag_id"), Column.instant(rows.getLong("ended"))))
        .forEach(entry -> ends.put(entry.getKey(), entry.getValue()));
    return ends;
  }
}
