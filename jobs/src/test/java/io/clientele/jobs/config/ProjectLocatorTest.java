package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLocatorTest {
  @TempDir private Path root;

  private Path project(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    return Yaml.file(folder, Yaml.SALES);
  }

  @Test
  void namedFolderWinsOverTheWorkingDirectory() throws IOException {
    Path named = project("größe shop");
    project("work");
    assertThat(
            ProjectLocator.locate(
                Optional.of(Path.of("../größe shop")), root.resolve("work"), Optional.empty()))
        .isEqualTo(new Project(named, false));
  }

  @Test
  void nearestFileAboveTheWorkingDirectoryIsTaken() throws IOException {
    Path file = project("shop");
    Path below = Files.createDirectories(root.resolve("shop/extracts/web"));
    assertThat(ProjectLocator.locate(Optional.empty(), below, Optional.empty()))
        .isEqualTo(new Project(file, false));
  }

  @Test
  void withoutAnyFileTheShippedSampleIsTaken() throws IOException {
    Path sample = project("home/sample-data");
    Path empty = Files.createDirectories(root.resolve("empty"));
    assertThat(ProjectLocator.locate(Optional.empty(), empty, Optional.of(root.resolve("home"))))
        .isEqualTo(new Project(sample, true));
  }

  @Test
  void withoutAnythingTheNextMoveIsSaid() throws IOException {
    Path empty = Files.createDirectories(root.resolve("empty"));
    assertThatThrownBy(() -> ProjectLocator.locate(Optional.empty(), empty, Optional.empty()))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("name one with --project, or create one with `clientele init`.");
    assertThatThrownBy(() -> ProjectLocator.locate(Optional.of(empty), root, Optional.empty()))
        .hasMessageContaining("there is no clientele.yaml");
  }
}
