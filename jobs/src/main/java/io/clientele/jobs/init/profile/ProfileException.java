package io.clientele.jobs.init.profile;

/** A file cannot be profiled; the message says why and what to do. */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProfileException(String message) {
    super(message);
  }
}
