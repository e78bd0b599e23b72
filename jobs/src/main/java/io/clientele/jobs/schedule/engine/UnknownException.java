package io.clientele.jobs.schedule.engine;

/** What was asked for does not exist. */
public final class UnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownException(String message) {
    super(message);
  }
}
