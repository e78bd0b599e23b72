package io.clientele.jobs.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request's body: only known keys, each of its kind; everything that is wrong is told at once.
 */
final class Body {
  /** What a key holds. */
  enum Kind {
    TEXT,
    TRUTH,
    INTEGER,
    DATE,
    OBJECT,
    TEXTS
  }

  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private final JsonNode node;
  private final Map<String, Kind> known;
  private final List<Object> wrong = new ArrayList<>();

  private Body(JsonNode node, Map<String, Kind> known) {
    this.node = node;
    this.known = known;
  }

  /**
   * Reads a body.
   *
   * @param required keys that must be there, if only as null
   */
  static Body read(String text, Map<String, Kind> known, String... required) {
    Body body = new Body(parse(text), known);
    if (!body.node.isObject()) {
      throw body.refusal(
          "model_attributes_type", List.of("body"), "Input should be an object", null);
    }
    for (String key : required) {
      if (!body.node.has(key)) {
        body.note("missing", key, "Field required", body.node);
      }
    }
    body.node.fieldNames().forEachRemaining(body::check);
    if (!body.wrong.isEmpty()) {
      throw ApiError.unprocessable(body.wrong);
    }
    return body;
  }

  private static JsonNode parse(String text) {
    try {
      return text.isBlank() ? Wire.JSON.createObjectNode() : Wire.JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw ApiError.unprocessable(
          List.of(
              ApiError.invalid("json_invalid", List.of("body", 0), "JSON decode error", Map.of())));
    }
  }

  private ApiError refusal(String type, List<Object> place, String message, Object input) {
    return ApiError.unprocessable(List.of(ApiError.invalid(type, place, message, input)));
  }

  private void note(String type, String key, String message, JsonNode input) {
    wrong.add(ApiError.invalid(type, List.of("body", key), message, input));
  }

  private void check(String key) {
    JsonNode value = node.get(key);
    Kind kind = known.get(key);
    if (kind == null) {
      note("extra_forbidden", key, "Extra inputs are not permitted", value);
    } else if (!value.isNull() && !isOf(kind, value)) {
      note(
          kind == Kind.DATE ? "datetime_parsing" : kind.name().toLowerCase(Locale.ROOT) + "_type",
          key,
          "Input should be a valid " + expected(kind),
          value);
    }
  }

  private static boolean isOf(Kind kind, JsonNode value) {
    return switch (kind) {
      case TEXT -> value.isTextual();
      case TRUTH -> value.isBoolean();
      case INTEGER -> value.isInt();
      case OBJECT -> value.isObject();
      case DATE -> value.isTextual() && instant(value.asText()).isPresent();
      case TEXTS -> value.isArray() && allTexts(value);
    };
  }

  private static boolean allTexts(JsonNode array) {
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static String expected(Kind kind) {
    return switch (kind) {
      case TEXT -> "string";
      case TRUTH -> "boolean";
      case INTEGER -> "integer";
      case OBJECT -> "dictionary";
      case DATE -> "datetime with an offset";
      case TEXTS -> "list of strings";
    };
  }

  /** An instant with an offset, which Airflow asks for; its own client writes +0000 in filters. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, DATE).toInstant());
    } catch (DateTimeException noOffset) {
      return Optional.empty();
    }
  }

  /** The same with no other keys than those; all when the list is empty. */
  Body masked(List<String> keys) {
    if (keys.isEmpty()) {
      return this;
    }
    ObjectNode left = ((ObjectNode) node).deepCopy();
    left.retain(keys);
    return new Body(left, known);
  }

  boolean has(String key) {
    return node.has(key);
  }

  private Optional<JsonNode> value(String key) {
    return Optional.ofNullable(node.get(key)).filter(each -> !each.isNull());
  }

  Optional<String> text(String key) {
    return value(key).map(JsonNode::asText);
  }

  boolean truth(String key, boolean fallback) {
    return value(key).map(JsonNode::asBoolean).orElse(fallback);
  }

  int integer(String key, int fallback) {
    return value(key).map(JsonNode::asInt).orElse(fallback);
  }

  Optional<Instant> date(String key) {
    return value(key).flatMap(each -> instant(each.asText()));
  }

  @SuppressWarnings("unchecked")
  Optional<Map<String, Object>> object(String key) {
    return value(key).map(each -> Wire.JSON.convertValue(each, LinkedHashMap.class));
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    value(key).ifPresent(array -> array.forEach(each -> texts.add(each.asText())));
    return texts;
  }

  /** One of some words. */
  Optional<String> word(String key, List<String> words) {
    Optional<String> text = text(key);
    if (text.isPresent() && !words.contains(text.get())) {
      throw refusal(
          "enum", List.of("body", key), "Input should be " + String.join(", ", words), text.get());
    }
    return text;
  }
}
