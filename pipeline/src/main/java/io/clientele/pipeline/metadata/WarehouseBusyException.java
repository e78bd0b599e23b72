package io.clientele.pipeline.metadata;

/** Another run holds the warehouse; exit code 4. */
public final class WarehouseBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WarehouseBusyException(String message) {
    super(message);
  }
}
