package io.clientele.jobs.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the project: the folder that is named, else the nearest {@code clientele.yaml} in the
 * working directory or above it, else the sample that is shipped.
 */
public final class ProjectLocator {
  /** Name of the configuration file. */
  public static final String FILE_NAME = "clientele.yaml";

  /** System property that names the folder of the installation. */
  public static final String HOME_PROPERTY = "clientele.home";

  /** Environment variable that names the folder of the project. */
  public static final String PROJECT_VARIABLE = "CLIENTELE_PROJECT";

  private ProjectLocator() {}

  /**
   * The project of this process; without the option the variable {@code CLIENTELE_PROJECT} names
   * it, as the scheduler sets it for its tasks.
   *
   * @param named folder (or file) of the option {@code --project}
   */
  public static Project locate(Optional<Path> named) {
    return locate(
        named.or(() -> Optional.ofNullable(System.getenv(PROJECT_VARIABLE)).map(Path::of)),
        Path.of("").toAbsolutePath(),
        Optional.ofNullable(System.getProperty(HOME_PROPERTY)).map(Path::of));
  }

  static Project locate(Optional<Path> named, Path workingDirectory, Optional<Path> home) {
    if (named.isPresent()) {
      return named(workingDirectory.resolve(named.get()).normalize());
    }
    for (Path folder = workingDirectory; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(FILE_NAME))) {
        return new Project(folder.resolve(FILE_NAME).normalize(), false);
      }
    }
    return home.map(folder -> folder.toAbsolutePath().resolve("sample-data").resolve(FILE_NAME))
        .filter(Files::isRegularFile)
        .map(file -> new Project(file.normalize(), true))
        .orElseThrow(
            () ->
                new ConfigException(
                    "Cannot find a project: there is no "
                        + FILE_NAME
                        + " in "
                        + workingDirectory
                        + " or above it; name one with --project, or create one with `clientele"
                        + " init`."));
  }

  private static Project named(Path named) {
    Path file = Files.isDirectory(named) ? named.resolve(FILE_NAME) : named;
    if (!Files.isRegularFile(file)) {
      throw new ConfigException(
          "Cannot find project "
              + named
              + ": there is no "
              + file.getFileName()
              + "; name its folder, or create one with `clientele init --out "
              + named
              + "`.");
    }
    return new Project(file, false);
  }
}
