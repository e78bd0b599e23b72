package io.clientele.etl.source;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * One operational system, as the configuration describes it.
 *
 * @param name snake case; part of table names
 * @param folder where its files lie, absolute
 * @param zone time zone of its local times
 * @param currencyCode ISO 4217; must be the company's until exchange rates are loaded
 * @param entities what it delivers
 */
public record SourceDeclaration(
    String name, Path folder, ZoneId zone, String currencyCode, List<EntityDeclaration> entities) {
  public SourceDeclaration {
    entities = List.copyOf(entities);
  }
}
