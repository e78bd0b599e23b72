package io.clientele.jobs.schedule.template;

/** Python's arithmetic: whole numbers stay whole but for {@code /}. */
final class Numbers {
  private Numbers() {}

  static Number apply(String operator, Number left, Number right) {
    boolean whole = isWhole(left) && isWhole(right);
    try {
      boolean isReal = operator.equals("/") || (operator.equals("**") && right.longValue() < 0);
      if (whole && !isReal) {
        return whole(operator, left.longValue(), right.longValue());
      }
      return real(operator, left.doubleValue(), right.doubleValue());
    } catch (ArithmeticException impossible) {
      throw TemplateException.operation(
          "%s %s %s: %s".formatted(left, operator, right, impossible.getMessage()));
    }
  }

  private static boolean isWhole(Number number) {
    return number instanceof Long || number instanceof Integer;
  }

  private static Long whole(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> Math.addExact(left, right);
      case "-" -> Math.subtractExact(left, right);
      case "*" -> Math.multiplyExact(left, right);
      case "//" -> Math.floorDiv(left, right);
      case "%" -> Math.floorMod(left, right);
      default -> java.math.BigInteger.valueOf(left).pow((int) right).longValueExact();
    };
  }

  private static Double real(String operator, double left, double right) {
    if (right == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
      throw new ArithmeticException("/ by zero");
    }
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> Math.floor(left / right);
      case "%" -> left - right * Math.floor(left / right);
      default -> Math.pow(left, right);
    };
  }
}
