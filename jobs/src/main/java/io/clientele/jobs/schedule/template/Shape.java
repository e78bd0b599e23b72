package io.clientele.jobs.schedule.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is known of a value before there is one, so that a wrong member is refused at load. */
sealed interface Shape permits Shape.Type, Shape.Callable, Namespace {

  /** The plain kinds of values; of ANY nothing is known. */
  enum Type implements Shape {
    ANY,
    TEXT,
    NUMBER,
    TRUTH,
    NONE,
    MOMENT,
    SPAN,
    LIST,
    MAPPING
  }

  /** Something that is called, and what comes out. */
  record Callable(Shape result) implements Shape {}

  static Shape of(Object value) {
    if (value instanceof Shape shape) {
      return shape;
    }
    if (value instanceof Function function) {
      return new Callable(function.result());
    }
    return typeOf(value);
  }

  private static Type typeOf(Object value) {
    if (value == null) {
      return Type.NONE;
    } else if (value instanceof String) {
      return Type.TEXT;
    } else if (value instanceof Number) {
      return Type.NUMBER;
    } else if (value instanceof Boolean) {
      return Type.TRUTH;
    } else if (value instanceof Moment) {
      return Type.MOMENT;
    } else if (value instanceof Duration) {
      return Type.SPAN;
    } else if (value instanceof List) {
      return Type.LIST;
    }
    return value instanceof Map ? Type.MAPPING : Type.ANY;
  }
}
