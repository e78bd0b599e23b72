package io.clientele.etl.landing;

import io.clientele.etl.source.EntityDeclaration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file that lies in the folder of a source.
 *
 * @param entity what it holds
 * @param file where it lies
 * @param name path below the source's folder, with slashes
 * @param bytes size
 * @param modifiedMicros modification time, microseconds since 1970 UTC
 * @param day business day by its name; empty = no such declaration, or a name without a day
 */
record Delivery(
    EntityDeclaration entity,
    Path file,
    String name,
    long bytes,
    long modifiedMicros,
    Optional<LocalDate> day) {

  /** Whether its name should say its day and does not. */
  boolean lacksDay() {
    return entity.datePattern().isPresent() && day.isEmpty();
  }
}
