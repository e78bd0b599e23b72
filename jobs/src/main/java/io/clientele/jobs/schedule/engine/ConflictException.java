package io.clientele.jobs.schedule.engine;

/** What was asked for contradicts what exists. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }
}
