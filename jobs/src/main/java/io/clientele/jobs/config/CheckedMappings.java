package io.clientele.jobs.config;

import io.clientele.etl.mapping.MappingCheck;
import io.clientele.etl.mapping.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mapping expressions are parsed by Spark, so only what runs steps checks them. */
public final class CheckedMappings {
  private CheckedMappings() {}

  /**
   * Refuses a configuration whose mappings cannot be used, before anything runs.
   *
   * @throws ConfigException with every problem, sorted by line
   */
  public static void require(ClienteleConfig config) {
    List<String> problems =
        config.sources().stream()
            .flatMap(source -> source.entities().stream())
            .flatMap(entity -> MappingCheck.check(entity, Optional.empty()).stream())
            .sorted(Comparator.comparingInt(Problem::line))
            .map(problem -> "line " + problem.line() + ": " + problem.message())
            .toList();
    if (!problems.isEmpty()) {
      throw new ConfigException(config.file(), problems);
    }
  }
}
