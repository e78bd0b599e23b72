package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operands and what reaches into them: literals, names, displays, attributes, items, calls. */
final class OperandParser {
  /** Words that are values, not names. */
  private static final Map<String, Optional<Object>> CONSTANTS =
      Map.of(
          "true", Optional.of(true),
          "True", Optional.of(true),
          "false", Optional.of(false),
          "False", Optional.of(false),
          "none", Optional.empty(),
          "None", Optional.empty());

  private final Tokens tokens;
  private final ExpressionParser expressions;

  OperandParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expression operand() {
    if (tokens.take("(")) {
      return parenthesis();
    } else if (tokens.take("[")) {
      return new Operands.ListDisplay(elements("]"));
    } else if (tokens.take("{")) {
      return new Operands.MapDisplay(entries());
    }
    Token token = tokens.next();
    return switch (token.type()) {
      case TEXT -> new Operands.Literal(adjacent(token.text()));
      case INTEGER -> new Operands.Literal(Long.parseLong(token.text()));
      case FLOAT -> new Operands.Literal(Double.parseDouble(token.text()));
      case NAME ->
          CONSTANTS.containsKey(token.text())
              ? new Operands.Literal(CONSTANTS.get(token.text()).orElse(null))
              : new Operands.Name(token.text());
      case OPERATOR -> throw tokens.unexpected(token, "a value");
    };
  }

  private String adjacent(String first) {
    StringBuilder text = new StringBuilder(first);
    while (tokens.peek().type() == Token.Type.TEXT) {
      text.append(tokens.next().text());
    }
    return text.toString();
  }

  private Expression parenthesis() {
    Expression first = expressions.expression();
    if (tokens.take(")")) {
      return first;
    }
    tokens.expect(",");
    List<Expression> elements = new ArrayList<>(List.of(first));
    elements.addAll(elements(")"));
    return new Operands.ListDisplay(elements);
  }

  private List<Expression> elements(String close) {
    List<Expression> elements = new ArrayList<>();
    while (!tokens.take(close)) {
      elements.add(expressions.expression());
      if (!tokens.take(",")) {
        tokens.expect(close);
        return elements;
      }
    }
    return elements;
  }

  private Map<Expression, Expression> entries() {
    Map<Expression, Expression> entries = new LinkedHashMap<>();
    while (!tokens.take("}")) {
      Expression key = expressions.expression();
      tokens.expect(":");
      entries.put(key, expressions.expression());
      if (!tokens.take(",")) {
        tokens.expect("}");
        return entries;
      }
    }
    return entries;
  }

  Expression postfix(Expression start) {
    Expression expression = start;
    while (true) {
      if (tokens.take(".")) {
        expression = new Access.Attribute(expression, attribute());
      } else if (tokens.take("[")) {
        expression = subscript(expression);
      } else if (tokens.take("(")) {
        expression = call(expression);
      } else {
        return expression;
      }
    }
  }

  private String attribute() {
    Token token = tokens.peek();
    String name = tokens.name("an attribute");
    if (name.startsWith("__")) {
      throw tokens.unexpected(token, "an attribute that does not begin with two underscores");
    }
    return name;
  }

  private Expression subscript(Expression target) {
    Optional<Expression> from =
        tokens.peek().isOperator(":") ? Optional.empty() : Optional.of(expressions.expression());
    if (tokens.take(":")) {
      Optional<Expression> to =
          tokens.peek().isOperator("]") ? Optional.empty() : Optional.of(expressions.expression());
      tokens.expect("]");
      return new Access.Slice(target, from, to);
    }
    tokens.expect("]");
    return new Access.Item(target, from.orElseThrow());
  }

  private Expression call(Expression target) {
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!tokens.take(")")) {
      if (tokens.isKeyword()) {
        String name = tokens.next().text();
        tokens.expect("=");
        named.put(name, expressions.expression());
      } else {
        positional.add(expressions.expression());
      }
      if (!tokens.take(",")) {
        tokens.expect(")");
        break;
      }
    }
    return new Access.Call(target, positional, named);
  }

  /** Arguments of a filter, whose bracket is open. */
  List<Expression> positional() {
    return elements(")");
  }
}
