package io.clientele.pipeline.quality;

import java.util.List;

/** The quality gate refused what a step wrote: nothing is published; exit code 3. */
public final class GateStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Metric> stopped;

  GateStoppedException(String message, List<Metric> stopped) {
    super(message);
    this.stopped = List.copyOf(stopped);
  }

  /** The rules that did not hold. */
  public List<Metric> stopped() {
    return stopped;
  }
}
