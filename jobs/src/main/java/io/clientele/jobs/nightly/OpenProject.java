package io.clientele.jobs.nightly;

import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.config.ConfigLoader;
import io.clientele.jobs.config.MetadataSettings;
import io.clientele.jobs.config.Project;
import io.clientele.jobs.config.ProjectLocator;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    if (config.metadata().url().isEmpty() && !Files.isDirectory(warehouse())) {
      throw new IllegalStateException(
          "Cannot read the ledger: no night has run in "
              + folder()
              + "; run clientele nightly first.");
    }
    return MetadataDatabase.open(metadataUrl());
  }

  /** JDBC address of the metadata database, with user and password where they are given. */
  public String metadataUrl() {
    MetadataSettings settings = config.metadata();
    if (settings.url().isEmpty()) {
      return MetadataDatabase.defaultUrl(warehouse());
    }
    StringBuilder url = new StringBuilder(settings.url().get());
    settings.user().ifPresent(user -> append(url, "user", user));
    settings.password().ifPresent(password -> append(url, "password", password));
    return url.toString();
  }

  private static void append(StringBuilder url, String key, String value) {
    url.append(url.indexOf("?") < 0 ? '?' : '&')
        .append(key)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
