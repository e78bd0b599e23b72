package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command with a project has. */
final class ProjectOption {
  @Option(
      names = "--project",
      paramLabel = "DIR",
      description =
          "Folder with a clientele.yaml; default: the working directory, else the shipped sample.")
  private Path folder;

  @Option(names = "--debug", description = "Print the stack trace of an error.")
  private boolean debug;

  OpenProject open() {
    return OpenProject.locate(Optional.ofNullable(folder));
  }
}
