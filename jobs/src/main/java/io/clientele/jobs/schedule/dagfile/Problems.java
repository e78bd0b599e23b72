package io.clientele.jobs.schedule.dagfile;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a file, and what Airflow would do without a word; all of it in one pass. */
final class Problems {
  private final Path file;
  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  Problems(Path file) {
    this.file = file;
  }

  /** Notes a refusal: {@code file:line: key path: reason; next move}. */
  void refuse(Place place, String reason, String move) {
    refusals.add(line(place, reason, move));
  }

  void warn(Place place, String reason, String move) {
    warnings.add(line(place, reason, move));
  }

  private String line(Place place, String reason, String move) {
    String path = place.path().isEmpty() ? "" : place.path() + ": ";
    return "%s:%d: %s%s; %s.".formatted(file, place.line(), path, reason, move);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Ends the reading of the file when anything was refused. */
  void throwIfAny() {
    if (!refusals.isEmpty()) {
      throw new DagFileException(file, List.copyOf(refusals));
    }
  }
}
