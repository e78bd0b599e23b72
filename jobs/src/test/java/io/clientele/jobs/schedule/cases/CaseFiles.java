package io.clientele.jobs.schedule.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The registry of file shapes, and what a whole file comes to. */
public final class CaseFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One line a file shape. */
  private static final List<CaseFile> SHAPES =
      List.of(
          new MacroCases(),
          new RetryCases(),
          new RunIdCases(),
          new RunSequenceCases(),
          new StateCases(),
          new TimetableCases(),
          new TriggerRuleCases());

  private CaseFiles() {}

  /** The files of a folder in the order of their names. */
  public static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs every case of a file. */
  public static CaseReport run(Path path) {
    JsonNode file = read(path);
    String format = file.path("format").asText("(none)");
    Optional<CaseFile> shape = SHAPES.stream().filter(s -> s.format().equals(format)).findFirst();
    List<String> failures = new ArrayList<>();
    for (JsonNode fields : file.path("cases")) {
      Case one = new Case(file, fields);
      failure(shape, format, one).ifPresent(why -> failures.add(one.id() + ": " + why));
    }
    return new CaseReport(path.getFileName().toString(), file.path("cases").size(), failures);
  }

  private static Optional<String> failure(Optional<CaseFile> shape, String format, Case one) {
    if (shape.isEmpty()) {
      return Optional.of("unknown file shape: format = " + format);
    }
    try {
      shape.get().check(one);
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage() == null ? e : e.getMessage().strip()));
    }
    return one.unreadKeys().isEmpty()
        ? Optional.empty()
        : Optional.of("unknown case shape: keys " + one.unreadKeys() + " were not compared");
  }

  private static JsonNode read(Path path) {
    try {
      return JSON.readTree(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read cases: " + path, e);
    }
  }
}
