package io.clientele.jobs.schedule.template;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Operators, conditions, filters and tests. */
final class Operations {
  private Operations() {}

  /** {@code - + * / // % ** ~}. */
  record Arithmetic(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return PythonValues.arithmetic(operator, left.value(scope), right.value(scope));
    }

    @Override
    public Shape shape(Scope known) {
      Shape one = left.shape(known);
      Shape other = right.shape(known);
      if (operator.equals("~")) {
        return Shape.Type.TEXT;
      }
      if (one == Shape.Type.MOMENT && operator.equals("-") && other == Shape.Type.MOMENT) {
        return Shape.Type.SPAN;
      }
      return one == other || one == Shape.Type.MOMENT ? one : Shape.Type.ANY;
    }
  }

  /** {@code -x}. */
  record Negative(Expression operand) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return PythonValues.arithmetic("-", 0L, operand.value(scope));
    }

    @Override
    public Shape shape(Scope known) {
      return operand.shape(known);
    }
  }

  /** {@code not x}. */
  record Not(Expression operand) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return !PythonValues.truth(operand.value(scope));
    }

    @Override
    public Shape shape(Scope known) {
      operand.shape(known);
      return Shape.Type.TRUTH;
    }
  }

  /** {@code a and b}, {@code a or b}: the operand that decides. */
  record Either(boolean isOr, Expression left, Expression right) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      Object first = left.value(scope);
      return PythonValues.truth(first) == isOr ? first : right.evaluate(scope);
    }

    @Override
    public Shape shape(Scope known) {
      Shape one = left.shape(known);
      Shape other = right.shape(known);
      return one.equals(other) ? one : Shape.Type.ANY;
    }
  }

  /** {@code a < b <= c}: each neighbouring pair. */
  record Comparison(List<Expression> operands, List<String> operators) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      Object left = operands.get(0).value(scope);
      for (int i = 0; i < operators.size(); i++) {
        Object right = operands.get(i + 1).value(scope);
        if (!PythonValues.compare(operators.get(i), left, right)) {
          return false;
        }
        left = right;
      }
      return true;
    }

    @Override
    public Shape shape(Scope known) {
      operands.forEach(operand -> operand.shape(known));
      return Shape.Type.TRUTH;
    }
  }

  /** {@code a if condition else b}; without else it is undefined. */
  record Conditional(Expression condition, Expression yes, Optional<Expression> no)
      implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      if (PythonValues.truth(condition.value(scope))) {
        return yes.evaluate(scope);
      }
      return no.map(each -> each.evaluate(scope))
          .orElseGet(() -> new Undefined("the inline if without else"));
    }

    @Override
    public Shape shape(Scope known) {
      condition.shape(known);
      Shape one = yes.shape(known);
      Optional<Shape> other = no.map(each -> each.shape(known));
      return other.isPresent() && other.get().equals(one) ? one : Shape.Type.ANY;
    }
  }

  /** {@code x | filter(a)}. */
  record Filtered(Expression input, Filters.Filter filter, List<Expression> arguments)
      implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      List<Object> values = arguments.stream().map(each -> each.value(scope)).toList();
      Object value = input.evaluate(scope);
      return filter
          .body()
          .apply(filter.takesUndefined() ? value : Undefined.defined(value), values);
    }

    @Override
    public Shape shape(Scope known) {
      arguments.forEach(each -> each.shape(known));
      return filter.result(input.shape(known));
    }
  }

  /** {@code x is test}. */
  record Tested(Expression input, BiPredicate<Object, Scope> test) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return test.test(input.evaluate(scope), scope);
    }

    @Override
    public Shape shape(Scope known) {
      input.shape(known);
      return Shape.Type.TRUTH;
    }
  }
}
