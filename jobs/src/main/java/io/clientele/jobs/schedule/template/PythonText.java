package io.clientele.jobs.schedule.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How Python prints values: {@code str()} and {@code repr()}. */
final class PythonText {
  private PythonText() {}

  static String text(Object value) {
    return Undefined.defined(value) instanceof String text ? text : repr(value);
  }

  static String repr(Object value) {
    if (value == null || value == LazyNone.VALUE) {
      return "None";
    } else if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    } else if (value instanceof String text) {
      return quoted(text);
    } else if (value instanceof Double || value instanceof Float) {
      return decimal(((Number) value).doubleValue());
    } else if (value instanceof Moment moment) {
      return moment.iso(' ');
    } else if (value instanceof Duration span) {
      return span(span);
    } else if (value instanceof List<?> list) {
      return list.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof Namespace namespace) {
      return namespace(namespace);
    } else if (value instanceof Function function) {
      throw TemplateException.operation(function.name() + " is a function; call it");
    }
    return String.valueOf(value);
  }

  /** Only an enumeration has a text of its own. */
  private static String namespace(Namespace namespace) {
    if (namespace.members().get("__str__") instanceof String text) {
      return text;
    }
    throw TemplateException.operation(namespace.name() + " is no text; name one of its attributes");
  }

  private static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    StringBuilder quoted = new StringBuilder().append(quote);
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\\' -> quoted.append("\\\\");
        default -> quoted.append(c == quote ? "\\" + c : String.valueOf(c));
      }
    }
    return quoted.append(quote).toString();
  }

  private static String decimal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size == 0 || (size >= 1e-4 && size < 1e16)) {
      String plain = new BigDecimal(Double.toString(value)).toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String[] parts = Double.toString(value).split("E", 2);
    int exponent = Integer.parseInt(parts[1]);
    String mantissa = parts[0].endsWith(".0") ? parts[0].replace(".0", "") : parts[0];
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** {@code 7 days, 0:00:00}. */
  private static String span(Duration span) {
    long days = SpanMembers.days(span);
    long seconds = SpanMembers.seconds(span);
    long micros = SpanMembers.micros(span);
    String time =
        "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60)
            + (micros == 0 ? "" : ".%06d".formatted(micros));
    return days == 0 ? time : "%d day%s, %s".formatted(days, Math.abs(days) == 1 ? "" : "s", time);
  }
}
