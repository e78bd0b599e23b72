package io.clientele.jobs.init;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.config.ConfigLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code init} did with some files.
 *
 * @param outcome what it answered
 * @param terminal lines it told
 */
record Initiated(InitOutcome outcome, List<String> terminal) {

  static Initiated from(Path project, Path... files) {
    List<String> terminal = new ArrayList<>();
    InitOptions options =
        new InitOptions(List.of(files), project, Optional.empty(), Optional.empty());
    return new Initiated(Init.run(options, terminal::add), terminal);
  }

  /** The configuration, which must be readable. */
  ClienteleConfig config() {
    return ConfigLoader.load(outcome.file());
  }

  EntityDeclaration entity() {
    return config().entities().get(0);
  }

  /** The mapping of a canonical field. */
  String mapped(String field) {
    return entity().fields().get(field);
  }

  /** The text of the file on one line, comment signs and line ends aside. */
  String text() {
    try {
      return Files.readString(outcome.file()).replaceAll("\\n\\s*#? ?", " ");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
