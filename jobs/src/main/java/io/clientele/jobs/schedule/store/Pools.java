package io.clientele.jobs.schedule.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table pool: slots that tasks share. */
public final class Pools {
  private final Handle handle;

  Pools(Handle handle) {
    this.handle = handle;
  }

  /** A pool; slots below 0 are without limit. */
  public record Pool(String name, int slots, Optional<String> description) {}

  public void set(Pool pool) {
    handle.execute(
        "INSERT INTO pool (name, slots, description) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
            + " SET slots = excluded.slots, description = excluded.description",
        pool.name(),
        pool.slots(),
        pool.description().orElse(null));
  }

  public List<Pool> all() {
    return handle
        .createQuery("SELECT * FROM pool ORDER BY name")
        .map(
            (rows, context) ->
                new Pool(
                    rows.getString("name"),
                    rows.getInt("slots"),
                    Optional.ofNullable(rows.getString("description"))))
        .list();
  }
}
