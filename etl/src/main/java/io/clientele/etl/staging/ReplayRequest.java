package io.clientele.etl.staging;

import io.clientele.etl.source.EntityDeclaration;

/**
 * Asks that refused records of a source entity be tried again with today's mapping.
 *
 * @param source name of the source
 * @param entity name of the source entity
 */
public record ReplayRequest(String source, String entity) {
  boolean isOf(EntityDeclaration declared) {
    return source.equals(declared.source()) && entity.equals(declared.name());
  }
}
