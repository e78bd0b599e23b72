package io.clientele.jobs.schedule.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What Python's operators do with values; what they refuse is refused. */
final class PythonValues {
  private PythonValues() {}

  static boolean truth(Object value) {
    if (value == null || value == LazyNone.VALUE) {
      return false;
    } else if (value instanceof Boolean truth) {
      return truth;
    } else if (value instanceof Number number) {
      return number.doubleValue() != 0;
    } else if (value instanceof String text) {
      return !text.isEmpty();
    } else if (value instanceof List<?> list) {
      return !list.isEmpty();
    } else if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    return !(value instanceof Duration span) || !span.isZero();
  }

  static String string(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw TemplateException.operation(PythonText.repr(value) + " is given where a text belongs");
  }

  static long integer(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw TemplateException.operation(
        PythonText.repr(value) + " is given where a whole number belongs");
  }

  /** A list's elements, a mapping's keys, a text's characters. */
  static List<Object> list(Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    } else if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    } else if (value instanceof String text) {
      List<Object> characters = new ArrayList<>();
      text.codePoints().forEach(c -> characters.add(Character.toString(c)));
      return characters;
    }
    throw TemplateException.operation(PythonText.repr(value) + " is given where a list belongs");
  }

  static boolean compare(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case "in" -> contains(right, left);
      case "not in" -> !contains(right, left);
      case "<" -> order(left, right) < 0;
      case "<=" -> order(left, right) <= 0;
      case ">" -> order(left, right) > 0;
      default -> order(left, right) >= 0;
    };
  }

  static boolean equal(Object left, Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return one.doubleValue() == other.doubleValue();
    } else if (left instanceof Moment one && right instanceof Moment other) {
      return one.compareTo(other) == 0;
    } else if (left instanceof Namespace one && right instanceof String other) {
      return other.equals(one.members().get("value"));
    } else if (left instanceof String && right instanceof Namespace) {
      return equal(right, left);
    }
    return Objects.equals(left, right);
  }

  private static boolean contains(Object container, Object value) {
    if (container instanceof String text) {
      return text.contains(string(value));
    }
    return list(container).stream().anyMatch(each -> equal(each, value));
  }

  private static int order(Object left, Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return Double.compare(one.doubleValue(), other.doubleValue());
    } else if (left instanceof String one && right instanceof String other) {
      return one.compareTo(other);
    } else if (left instanceof Moment one && right instanceof Moment other) {
      return one.compareTo(other);
    } else if (left instanceof Duration one && right instanceof Duration other) {
      return one.compareTo(other);
    }
    throw unsupported("<", left, right);
  }

  static Object arithmetic(String operator, Object left, Object right) {
    if (operator.equals("~")) {
      return PythonText.text(left) + PythonText.text(right);
    } else if (left instanceof Number one && right instanceof Number other) {
      return Numbers.apply(operator, one, other);
    } else if (operator.equals("+") && left instanceof String one && right instanceof String two) {
      return one + two;
    } else if (operator.equals("*") && left instanceof String text && right instanceof Number) {
      return text.repeat((int) Math.max(0, integer(right)));
    } else if (operator.equals("+") && left instanceof List && right instanceof List) {
      List<Object> both = list(left);
      both.addAll(list(right));
      return both;
    }
    return times(operator, left, right);
  }

  private static Object times(String operator, Object left, Object right) {
    boolean minus = operator.equals("-");
    if (!minus && !operator.equals("+")) {
      throw unsupported(operator, left, right);
    } else if (left instanceof Moment moment && right instanceof Duration span) {
      return moment.plus(minus ? span.negated() : span);
    } else if (left instanceof Moment later && right instanceof Moment earlier && minus) {
      return Duration.between(earlier.at(), later.at());
    } else if (left instanceof Duration one && right instanceof Duration other) {
      return minus ? one.minus(other) : one.plus(other);
    } else if (left instanceof Duration span && right instanceof Moment moment && !minus) {
      return moment.plus(span);
    }
    throw unsupported(operator, left, right);
  }

  private static TemplateException unsupported(String operator, Object left, Object right) {
    return TemplateException.operation(
        "%s cannot be done with %s and %s"
            .formatted(operator, PythonText.repr(left), PythonText.repr(right)));
  }
}
