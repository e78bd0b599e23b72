package io.clientele.jobs.init;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code clientele init} wrote.
 *
 * @param file the configuration
 * @param toFill canonical fields that a person has to fill in before the first night
 */
public record InitOutcome(Path file, List<String> toFill) {
  public InitOutcome {
    toFill = List.copyOf(toFill);
  }

  /** 0 when the project can run as it is, 1 when something has to be filled in. */
  public int exitCode() {
    return toFill.isEmpty() ? 0 : 1;
  }
}
