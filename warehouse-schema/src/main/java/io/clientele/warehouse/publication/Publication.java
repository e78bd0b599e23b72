package io.clientele.warehouse.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What readers see: every table of one night, all or nothing.
 *
 * @param id ascending number
 * @param runId the run that made it
 * @param asOf as-of date of the run
 * @param publishedAt when, UTC
 * @param warehousePath absolute path of the warehouse when it was published; a warehouse found
 *     elsewhere is refused, because position deletes hold absolute paths
 * @param tables every table, in the order of the data's way
 */
public record Publication(
    long id,
    String runId,
    LocalDate asOf,
    Instant publishedAt,
    String warehousePath,
    List<PublishedTable> tables) {

  /** Manifest of the newest publication, below the warehouse folder. */
  public static final String CURRENT = "publications/current.json";

  public Publication {
    tables = List.copyOf(tables);
  }

  /** The same in a warehouse that was moved. */
  public Publication at(String path) {
    return new Publication(id, runId, asOf, publishedAt, path, tables);
  }

  /** Manifest of one publication, below the warehouse folder. */
  public static String manifestName(long id) {
    return "publications/publication-%08d.json".formatted(id);
  }

  /** Manifest of what an open run would publish by now, below the warehouse folder. */
  public static String candidateName(String runId) {
    return "publications/candidate-" + runId + ".json";
  }
}
