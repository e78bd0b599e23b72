package io.clientele.jobs.config;

import java.nio.file.Path;
import java.util.List;

/** The configuration cannot be used: exit code 2. The message holds every problem and its line. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Of problems found in a file.
   *
   * @param problems each <em>line N: reason; next move.</em>, sorted by line
   */
  ConfigException(Path file, List<String> problems) {
    super(message(file, problems));
    this.problems = List.copyOf(problems);
  }

  /** Of a file that could not be opened, or is not there. */
  ConfigException(String message) {
    super(message);
    this.problems = List.of(message);
  }

  /** Every problem, <em>line N: reason; next move.</em>, sorted by line. */
  public List<String> problems() {
    return problems;
  }

  private static String message(Path file, List<String> problems) {
    String head = "Cannot read " + file.getFileName() + ": ";
    return problems.size() == 1
        ? head + problems.get(0)
        : head + problems.size() + " problems\n  " + String.join("\n  ", problems);
  }
}
