package io.clientele.jobs.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code clientele init} is asked for.
 *
 * @param from transaction files; empty = write a skeleton
 * @param out folder of the project, made when it is not there
 * @param currency ISO 4217; empty = EUR, written as a guess
 * @param timeZone zone of the times in the files; empty = UTC, written as a guess
 */
public record InitOptions(
    List<Path> from, Path out, Optional<String> currency, Optional<String> timeZone) {
  public InitOptions {
    from = List.copyOf(from);
  }
}
