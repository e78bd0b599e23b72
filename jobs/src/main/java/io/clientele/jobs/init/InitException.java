package io.clientele.jobs.init;

/** No project can be written: exit code 2. The message says why and what to do. */
public final class InitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InitException(String message) {
    super(message);
  }
}
