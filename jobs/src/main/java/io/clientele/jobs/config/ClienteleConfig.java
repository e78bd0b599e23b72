package io.clientele.jobs.config;

import io.clientele.etl.identity.IdentitySettings;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that {@code clientele.yaml} says.
 *
 * @param file the file, absolute
 * @param company whose warehouse it is
 * @param warehousePath folder of the tables, absolute
 * @param metadata where the metadata database is
 * @param sources operational systems, in the order of the file
 * @param attributes a company's own attributes
 * @param identity how records of the same person are found
 * @param models what the company decides about its models
 * @param quality when refused rows stop a night
 * @param retention how long what is kept
 * @param scheduler whom the scheduler tells what
 */
public record ClienteleConfig(
    Path file,
    Company company,
    Path warehousePath,
    MetadataSettings metadata,
    List<SourceDeclaration> sources,
    List<AttributeDeclaration> attributes,
    IdentitySettings identity,
    ModelSettings models,
    QualitySettings quality,
    RetentionSettings retention,
    SchedulerConfig scheduler) {
  public ClienteleConfig {
    sources = List.copyOf(sources);
    attributes = List.copyOf(attributes);
  }

  /** Every source entity, in the order of the file. */
  public List<EntityDeclaration> entities() {
    return sources.stream().flatMap(source -> source.entities().stream()).toList();
  }

  /** The source of that name, or an error that names the nearest one. */
  public SourceDeclaration source(String name) {
    List<String> names = sources.stream().map(SourceDeclaration::name).toList();
    return sources.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find source "
                        + name
                        + ": "
                        + file.getFileName()
                        + " has none of that name; did you mean "
                        + KnownNames.nearest(name, names)
                        + "?"));
  }

  /** The canonical tables with the company's attributes, and the staging instances. */
  public Warehouse warehouse() {
    Map<String, List<Field>> byTable = new LinkedHashMap<>();
    for (AttributeDeclaration attribute : attributes) {
      for (String table : attribute.tables()) {
        byTable.computeIfAbsent(table, any -> new ArrayList<>()).add(attribute.stored());
      }
    }
    return Warehouse.canonical()
        .withAttributes(byTable)
        .with(entities().stream().map(EntityDeclaration::stagingSpec).toList());
  }
}
