package io.clientele.jobs.schedule.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as Python's {@code json} module reads and writes it. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  static final Namespace NAMESPACE =
      Namespace.closed(
          "macros.json",
          Map.of(
              "dumps",
                  new Function("dumps", Shape.Type.TEXT, given -> dumps(given.all("obj").get(0))),
              "loads",
                  new Function(
                      "loads",
                      Shape.Type.ANY,
                      given -> parse(PythonValues.string(given.all("s").get(0))))));

  private Json() {}

  static Object parse(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JsonProcessingException broken) {
      throw TemplateException.operation("a text is no JSON: " + broken.getOriginalMessage());
    }
  }

  private static String dumps(Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Boolean truth) {
      return truth.toString();
    } else if (value instanceof Number) {
      return PythonText.repr(value);
    } else if (value instanceof List<?> list) {
      return list.stream().map(Json::dumps).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(PythonText.text(entry.getKey())) + ": " + dumps(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof String text) {
      return quoted(text);
    }
    throw TemplateException.operation(PythonText.repr(value) + " cannot be written as JSON");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> quoted.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : "" + c);
      }
    }
    return quoted.append('"').toString();
  }
}
