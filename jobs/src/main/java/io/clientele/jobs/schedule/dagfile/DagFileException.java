package io.clientele.jobs.schedule.dagfile;

import java.nio.file.Path;
import java.util.List;

/** A DAG file that is refused, with every reason: its line, the path of its key, the next move. */
public final class DagFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final List<String> reasons;

  DagFileException(Path file, List<String> reasons) {
    super("Cannot load %s:%n  %s".formatted(file, String.join("\n  ", reasons)));
    this.reasons = List.copyOf(reasons);
  }

  /** One line a reason: {@code file:line: key path: reason; next move.} */
  public List<String> reasons() {
    return reasons;
  }
}
