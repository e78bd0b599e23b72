package io.clientele.jobs.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with a file, so that a reader mends it in one go. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /**
   * One thing that is wrong.
   *
   * @param line in the file, from 1
   * @param reason what is wrong, with values
   * @param nextMove what to do
   */
  record Problem(int line, String reason, String nextMove) {
    @Override
    public String toString() {
      String end = nextMove.endsWith("?") ? "" : ".";
      return "line " + line + ": " + reason + "; " + nextMove + end;
    }
  }

  void add(int line, String reason, String nextMove) {
    found.add(new Problem(line, reason, nextMove));
  }

  /** Throws when anything was found, sorted by line. */
  void throwIfAny(Path file) {
    if (!found.isEmpty()) {
      throw new ConfigException(
          file,
          found.stream()
              .sorted(Comparator.comparingInt(Problem::line))
              .map(Problem::toString)
              .distinct()
              .toList());
    }
  }
}
