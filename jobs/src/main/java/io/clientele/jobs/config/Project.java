package io.clientele.jobs.config;

import java.nio.file.Path;

/**
 * A folder with a configuration.
 *
 * @param file its {@code clientele.yaml}, absolute
 * @param isSample whether it is the sample that is shipped, because no other was found
 */
public record Project(Path file, boolean isSample) {
  /** The folder of the configuration. */
  public Path folder() {
    return file.getParent();
  }
}
