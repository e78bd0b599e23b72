package io.clientele.jobs.nightly;

import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.config.ConfigLoader;
import io.clientele.jobs.config.ProjectLocator;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder with a clientele.yaml: what all commands work on.
 *
 * @param folder the folder, absolute
 * @param config what the YAML says
 */
public record Project(Path folder, ClienteleConfig config) {

  /** The project in the folder, else in the working directory, else the shipped sample. */
  public static Project locate(Optional<Path> folder) {
    Path file = ProjectLocator.locate(folder);
    return new Project(file.toAbsolutePath().getParent(), ConfigLoader.load(file));
  }

  /** The warehouse folder, absolute. */
  public Path warehouse() {
    return config.warehousePath();
  }

  /** Where reports and lists of the night are put. */
  public Path output() {
    return folder.resolve("output");
  }

  /** The metadata database: SQLite inside the warehouse unless the YAML names another. */
  public MetadataDatabase metadata() {
    return MetadataDatabase.open(config.metadataUrl());
  }
}
