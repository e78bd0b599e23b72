package io.clientele.jobs.schedule.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table variable: named texts for templates. */
public final class Variables {
  private final Handle handle;

  Variables(Handle handle) {
    this.handle = handle;
  }

  /** One named text. */
  public record Variable(String name, String value, Optional<String> description) {}

  public void set(Variable variable) {
    handle.execute(
        "INSERT INTO variable (name, value, description) VALUES (?, ?, ?) ON CONFLICT (name) DO"
            + " UPDATE SET value = excluded.value, description = excluded.description",
        variable.name(),
        variable.value(),
        variable.description().orElse(null));
  }

  public Optional<Variable> find(String name) {
    return all().stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  public List<Variable> all() {
    return handle
        .createQuery("SELECT * FROM variable ORDER BY name")
        .map(
            (rows, context) ->
                new Variable(
                    rows.getString("name"),
                    rows.getString("value"),
                    Optional.ofNullable(rows.getString("description"))))
        .list();
  }
}
