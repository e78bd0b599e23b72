package io.clientele.pipeline.metadata;

/** This run's lease expired and was taken: it may no longer publish. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(String message) {
    super(message);
  }
}
