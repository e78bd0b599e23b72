package io.clientele.models.segment.judge;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a table.
 *
 * @param features names of the values of a row
 * @param isLog log(1 + x) of each first
 * @param isStandardised then mean 0 and deviation 1
 * @param k wanted number of segments; empty = chosen by stability
 * @param seed of everything drawn
 */
public record SegmentQuestion(
    List<String> features, boolean isLog, boolean isStandardised, Optional<Integer> k, long seed) {
  private static final int MOST = 16;

  public SegmentQuestion {
    features = List.copyOf(features);
    if (k.isPresent() && (k.get() < 2 || k.get() > MOST)) {
      throw new IllegalArgumentException(
          "Cannot use --k " + k.get() + ": there are 2 to " + MOST + " segments; choose another.");
    }
  }
}
