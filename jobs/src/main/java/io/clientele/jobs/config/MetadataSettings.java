package io.clientele.jobs.config;

import java.util.Optional;

/**
 * Where the metadata database is; secrets are already put in.
 *
 * @param url JDBC address; empty = SQLite inside the warehouse
 * @param user empty = none, or part of the address
 * @param password empty = none, or part of the address
 */
public record MetadataSettings(
    Optional<String> url, Optional<String> user, Optional<String> password) {
  public MetadataSettings {
    if (url.isPresent() && !url.get().startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "Cannot configure metadata.url: it does not start with jdbc:; write for example"
              + " jdbc:postgresql://localhost/clientele.");
    }
  }

  /** Without address and password: they may hold secrets. */
  @Override
  public String toString() {
    return "MetadataSettings[" + (url.isPresent() ? "by url" : "SQLite in the warehouse") + "]";
  }
}
