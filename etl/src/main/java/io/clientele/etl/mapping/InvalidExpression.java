package io.clientele.etl.mapping;

/** A mapping expression that may not or cannot run; the message is the reason and the next move. */
final class InvalidExpression extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidExpression(String reason) {
    super(reason);
  }
}
