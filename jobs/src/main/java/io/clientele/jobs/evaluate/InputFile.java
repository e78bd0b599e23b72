package io.clientele.jobs.evaluate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A table to be judged on, as the command line describes it.
 *
 * @param path CSV (packed with gzip or not) or Parquet
 * @param separator between cells; empty = found
 * @param hasHeader whether the first line names the columns; otherwise they are c1, c2 and so on
 * @param where expression that keeps rows; empty = all
 */
public record InputFile(
    Path path, Optional<Character> separator, boolean hasHeader, Optional<String> where) {

  /** Another file of the same kind. */
  public InputFile at(Path other) {
    return new InputFile(other, separator, hasHeader, where);
  }
}
