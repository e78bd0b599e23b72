package io.clientele.jobs.nightly;

import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.config.ConfigLoader;
import io.clientele.jobs.config.Project;
import io.clientele.jobs.config.ProjectLocator;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A project whose configuration was read: what all commands work on.
 *
 * @param project where it is
 * @param config what its YAML says
 */
public record OpenProject(Project project, ClienteleConfig config) {

  /** The project in the folder, else in the working directory, else the shipped sample. */
  public static OpenProject locate(Optional<Path> folder) {
    Project project = ProjectLocator.locate(folder);
    return new OpenProject(project, ConfigLoader.load(project.file()));
  }

  /** The folder of the clientele.yaml. */
  public Path folder() {
    return project.folder();
  }

  /** The warehouse folder, absolute. */
  public Path warehouse() {
    return config.warehousePath();
  }

  /** Where reports and lists of the night are put. */
  public Path output() {
    return folder().resolve("output");
  }

  /** The metadata database: SQLite inside the warehouse unless the YAML names another. */
  public MetadataDatabase metadata() {
    return MetadataDatabase.open(metadataUrl());
  }

  /** JDBC address of the metadata database. */
  public String metadataUrl() {
    return config.metadata().url().orElse("jdbc:sqlite:" + warehouse().resolve("metadata.db"));
  }
}
