package io.clientele.pipeline;

import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.quality.Rule;
import io.clientele.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Where a warehouse lies and how it is kept.
 *
 * @param path the warehouse folder, absolute
 * @param metadataUrl JDBC URL of the metadata database
 * @param warehouse the declared tables
 * @param rules quality rules beside those that follow from the declarations
 * @param retainedNights for how many days every night's publication is kept; month-ends always are
 * @param parallelSteps how many steps run side by side
 * @param clock the only clock
 */
public record PipelineSettings(
    Path path,
    String metadataUrl,
    Warehouse warehouse,
    List<Rule> rules,
    int retainedNights,
    int parallelSteps,
    Clock clock) {
  private static final int NIGHTS = 35;
  private static final int SIDE_BY_SIDE = 3;

  public PipelineSettings {
    path = path.toAbsolutePath().normalize();
    rules = List.copyOf(rules);
  }

  /** SQLite inside the folder, 35 nights, three steps side by side. */
  public static PipelineSettings of(Path path, Warehouse warehouse, Clock clock) {
    return new PipelineSettings(
        path, MetadataDatabase.defaultUrl(path), warehouse, List.of(), NIGHTS, SIDE_BY_SIDE, clock);
  }

  public PipelineSettings withMetadataUrl(String url) {
    return new PipelineSettings(path, url, warehouse, rules, retainedNights, parallelSteps, clock);
  }

  public PipelineSettings withRules(List<Rule> more) {
    return new PipelineSettings(
        path, metadataUrl, warehouse, more, retainedNights, parallelSteps, clock);
  }

  public PipelineSettings withRetainedNights(int nights) {
    return new PipelineSettings(path, metadataUrl, warehouse, rules, nights, parallelSteps, clock);
  }
}
