package io.clientele.jobs.schedule.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One case of a file; remembers which of its keys were read. */
public final class Case {
  /** Keys that say where a case comes from, not what must hold. */
  private static final Set<String> INFORMATIVE =
      Set.of("id", "slug", "source", "confidence", "version", "airflow_3_3_2");

  private final JsonNode file;
  private final JsonNode fields;
  private final Set<String> read = new TreeSet<>();

  Case(JsonNode file, JsonNode fields) {
    this.file = file;
    this.fields = fields;
  }

  public String id() {
    return fields.path("id").asText("(case without an id)");
  }

  /** The whole file, for what its cases share. */
  public JsonNode file() {
    return file;
  }

  /** A value that must be there; it may be null. */
  public JsonNode value(String key) {
    read.add(key);
    if (!fields.has(key)) {
      throw new AssertionError("unknown case shape: no key '" + key + "'");
    }
    return fields.get(key);
  }

  /** A value; empty when absent or null. */
  public Optional<JsonNode> optional(String key) {
    read.add(key);
    return Optional.ofNullable(fields.get(key)).filter(node -> !node.isNull());
  }

  public String text(String key) {
    return value(key).asText();
  }

  public Instant instant(String key) {
    return instant(value(key));
  }

  public Optional<Instant> optionalInstant(String key) {
    return optional(key).map(Case::instant);
  }

  public static Instant instant(JsonNode node) {
    return OffsetDateTime.parse(node.asText()).toInstant();
  }

  /** Fails for a shape that no runner knows. */
  public AssertionError unknown(String key) {
    return new AssertionError("unknown case shape: " + key + " = " + fields.get(key));
  }

  /** Keys that should have been compared and were not. */
  Set<String> unreadKeys() {
    Set<String> unread = new TreeSet<>();
    fields.fieldNames().forEachRemaining(unread::add);
    unread.removeAll(read);
    unread.removeAll(INFORMATIVE);
    unread.removeIf(key -> key.startsWith("informative_"));
    return unread;
  }
}
