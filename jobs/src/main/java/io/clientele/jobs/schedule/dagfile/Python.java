package io.clientele.jobs.schedule.dagfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Values as Python source, and the imports that they need. */
final class Python {
  private final TreeSet<String> imports = new TreeSet<>();

  /** Import lines of what was written so far, in order. */
  TreeSet<String> imports() {
    return imports;
  }

  String value(YamlValue value) {
    Object content = value.content();
    if (value.isNull()) {
      return "None";
    } else if (content instanceof String text) {
      return text(text);
    } else if (content instanceof Boolean truth) {
      return truth ? "True" : "False";
    } else if (value.isList()) {
      return value.list().stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
    } else if (value.isMapping()) {
      return mapping(value.mapping());
    } else if (content instanceof Typed typed) {
      return typed(typed);
    } else if (content instanceof LocalDate || content instanceof LocalDateTime) {
      throw new IllegalStateException("a date is written by its zone");
    }
    return content.toString();
  }

  String mapping(Map<String, YamlValue> mapping) {
    return mapping.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ": " + value(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String typed(Typed typed) {
    int dot = typed.type().lastIndexOf('.');
    String name = typed.type().substring(dot + 1);
    imports.add("from %s import %s".formatted(typed.type().substring(0, dot), name));
    List<String> arguments = new ArrayList<>();
    typed.positional().forEach(each -> arguments.add(value(each)));
    typed.named().forEach((key, each) -> arguments.add(key + "=" + value(each)));
    return name + "(" + String.join(", ", arguments) + ")";
  }

  /** {@code pendulum.datetime(2026, 1, 1, tz="Europe/Paris")}. */
  String date(LocalDateTime wall, String zone) {
    List<Object> parts =
        new ArrayList<>(List.of(wall.getYear(), wall.getMonthValue(), wall.getDayOfMonth()));
    if (!wall.equals(wall.toLocalDate().atStartOfDay())) {
      parts.addAll(List.of(wall.getHour(), wall.getMinute(), wall.getSecond()));
    }
    if (wall.getNano() > 0) {
      parts.add(wall.getNano() / 1_000);
    }
    String numbers = parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    return "pendulum.datetime(%s, tz=%s)".formatted(numbers, text(zone));
  }

  /** A string literal in double quotes. */
  static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c < ' ' || c == 0x7f ? "\\x%02x".formatted((int) c) : "" + c);
      }
    }
    return literal.append('"').toString();
  }
}
