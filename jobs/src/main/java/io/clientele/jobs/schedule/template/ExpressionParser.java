package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jinja's expressions, from the loosest binding to the tightest; operands are left to a reader. */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final Tokens tokens;
  private final OperandParser operands;

  ExpressionParser(String source, List<Token> list) {
    this.tokens = new Tokens(source, list);
    this.operands = new OperandParser(tokens, this);
  }

  Tokens tokens() {
    return tokens;
  }

  /** The expression that the tokens are, all of them. */
  Expression whole() {
    Expression expression = expression();
    tokens.expectEnd();
    return expression;
  }

  Expression expression() {
    Expression left = or();
    while (tokens.takeName("if")) {
      Expression condition = or();
      Optional<Expression> no =
          tokens.takeName("else") ? Optional.of(expression()) : Optional.empty();
      left = new Operations.Conditional(condition, left, no);
    }
    return left;
  }

  Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Operations.Either(true, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Operations.Either(false, left, not());
    }
    return left;
  }

  private Expression not() {
    return tokens.takeName("not") ? new Operations.Not(not()) : comparison();
  }

  private Expression comparison() {
    List<Expression> compared = new ArrayList<>(List.of(sum()));
    List<String> operators = new ArrayList<>();
    while (true) {
      if (COMPARISONS.contains(tokens.operator())) {
        operators.add(tokens.next().text());
      } else if (tokens.takeName("in")) {
        operators.add("in");
      } else if (tokens.isNotIn()) {
        tokens.next();
        tokens.next();
        operators.add("not in");
      } else {
        return operators.isEmpty()
            ? compared.get(0)
            : new Operations.Comparison(compared, operators);
      }
      compared.add(sum());
    }
  }

  private Expression sum() {
    Expression left = concatenation();
    while (Set.of("+", "-").contains(tokens.operator())) {
      String operator = tokens.next().text();
      left = new Operations.Arithmetic(operator, left, concatenation());
    }
    return left;
  }

  private Expression concatenation() {
    Expression left = product();
    while (tokens.take("~")) {
      left = new Operations.Arithmetic("~", left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (Set.of("*", "/", "//", "%").contains(tokens.operator())) {
      String operator = tokens.next().text();
      left = new Operations.Arithmetic(operator, left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = unary(true);
    while (tokens.take("**")) {
      left = new Operations.Arithmetic("**", left, unary(true));
    }
    return left;
  }

  private Expression unary(boolean filtered) {
    Expression operand;
    if (tokens.take("-")) {
      operand = new Operations.Negative(unary(false));
    } else if (tokens.take("+")) {
      operand = unary(false);
    } else {
      operand = operands.operand();
    }
    return filtered ? filters(operands.postfix(operand)) : operands.postfix(operand);
  }

  private Expression filters(Expression input) {
    Expression expression = input;
    while (true) {
      if (tokens.take("|")) {
        String name = tokens.name("a filter");
        List<Expression> given = tokens.take("(") ? operands.positional() : List.of();
        expression = new Operations.Filtered(expression, Filters.named(name, given.size()), given);
      } else if (tokens.takeName("is")) {
        boolean negated = tokens.takeName("not");
        String name = tokens.name("a test");
        expression = new Operations.Tested(expression, Tests.named(name, negated));
      } else {
        return expression;
      }
    }
  }
}
