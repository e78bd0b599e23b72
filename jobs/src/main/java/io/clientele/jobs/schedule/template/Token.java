package io.clientele.jobs.schedule.template;

/** One word of an expression. Name, text, number, or an operator; the end is an empty operator. */
record Token(Type type, String text, int offset) {
  enum Type {
    NAME,
    TEXT,
    INTEGER,
    FLOAT,
    OPERATOR
  }

  boolean isOperator(String operator) {
    return type == Type.OPERATOR && text.equals(operator);
  }

  boolean isName(String name) {
    return type == Type.NAME && text.equals(name);
  }

  boolean isEnd() {
    return isOperator("");
  }
}
