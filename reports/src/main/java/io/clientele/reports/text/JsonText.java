package io.clientele.reports.text;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.duckdb.JsonNode;

/** Values as JSON: numbers as they are, dates and instants as ISO 8601 texts, NaN as null. */
public final class JsonText {
  private JsonText() {}

  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value) {
    Object plain = PlainText.simplify(value);
    if (plain == null || isNotFinite(plain)) {
      out.append("null");
    } else if (plain instanceof Boolean || plain instanceof JsonNode) {
      out.append(plain);
    } else if (plain instanceof Number) {
      out.append(PlainText.number(plain));
    } else if (plain instanceof Map<?, ?> map) {
      appendObject(out, map);
    } else if (plain instanceof Object[] array) {
      appendArray(out, Arrays.asList(array));
    } else if (plain instanceof List<?> list) {
      appendArray(out, list);
    } else {
      quote(out, text(plain));
    }
  }

  private static boolean isNotFinite(Object value) {
    return (value instanceof Double d && !Double.isFinite(d))
        || (value instanceof Float f && !Float.isFinite(f));
  }

  private static String text(Object plain) {
    if (plain instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
    }
    return plain instanceof LocalDateTime time ? time.toString() : PlainText.of(plain);
  }

  private static void appendObject(StringBuilder out, Map<?, ?> map) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      quote(out, PlainText.of(entry.getKey()));
      out.append(':');
      append(out, entry.getValue());
      out.append(entries.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private static void appendArray(StringBuilder out, List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ",");
      append(out, list.get(i));
    }
    out.append(']');
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}
