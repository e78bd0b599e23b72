package io.clientele.jobs.schedule.dagfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a file and its place. The content is a String, Long, Double, Boolean, LocalDate,
 * LocalDateTime, {@link Typed}, a list or a mapping of values, or null.
 */
record YamlValue(Place place, Object content) {
  boolean isNull() {
    return content == null;
  }

  @SuppressWarnings("unchecked")
  Map<String, YamlValue> mapping() {
    return (Map<String, YamlValue>) content;
  }

  @SuppressWarnings("unchecked")
  List<YamlValue> list() {
    return (List<YamlValue>) content;
  }

  boolean isMapping() {
    return content instanceof Map;
  }

  boolean isList() {
    return content instanceof List;
  }

  /** For messages: the value itself where it is short, else its kind. */
  String shown() {
    if (content instanceof String text) {
      return "'" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "'";
    } else if (isMapping()) {
      return "a mapping";
    } else if (isList()) {
      return "a list";
    } else if (content instanceof Typed typed) {
      return "a " + typed.type();
    }
    return isNull() ? "empty" : content.toString();
  }

  /** Lists, mappings, texts, numbers, truth values and null without places. */
  Object json() {
    if (isMapping()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      mapping().forEach((key, value) -> plain.put(key, value.json()));
      return plain;
    } else if (isList()) {
      List<Object> plain = new ArrayList<>();
      list().forEach(value -> plain.add(value.json()));
      return plain;
    }
    return content;
  }
}
