package io.clientele.jobs.schedule.template;

import java.util.List;

/** A place in a list of tokens. */
final class Tokens {
  private final String source;
  private final List<Token> list;
  private int next;

  Tokens(String source, List<Token> list) {
    this.source = source;
    this.list = list;
  }

  Token peek() {
    return list.get(next);
  }

  private Token after() {
    return list.get(Math.min(next + 1, list.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (!token.isEnd()) {
      next++;
    }
    return token;
  }

  /** The operator that comes next; the empty text for none. */
  String operator() {
    return peek().type() == Token.Type.OPERATOR ? peek().text() : "";
  }

  boolean take(String operator) {
    boolean found = peek().isOperator(operator);
    next += found ? 1 : 0;
    return found;
  }

  boolean takeName(String name) {
    boolean found = peek().isName(name);
    next += found ? 1 : 0;
    return found;
  }

  boolean isNotIn() {
    return peek().isName("not") && after().isName("in");
  }

  /** Whether {@code name=} comes next. */
  boolean isKeyword() {
    return peek().type() == Token.Type.NAME && after().isOperator("=");
  }

  String name(String what) {
    Token token = next();
    if (token.type() != Token.Type.NAME) {
      throw unexpected(token, what);
    }
    return token.text();
  }

  void expect(String operator) {
    if (!take(operator)) {
      throw unexpected(peek(), "'" + operator + "'");
    }
  }

  void expectEnd() {
    if (!peek().isEnd()) {
      throw unexpected(peek(), "the end of the piece");
    }
  }

  TemplateException unexpected(Token token, String wanted) {
    String found = token.isEnd() ? "the piece ends" : "'" + token.text() + "' stands there";
    return Position.refused(source, token.offset(), found + ", expected " + wanted);
  }
}
