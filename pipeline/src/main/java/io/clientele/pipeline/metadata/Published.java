package io.clientele.pipeline.metadata;

import io.clientele.pipeline.store.Position;
import io.clientele.warehouse.publication.Publication;
import java.util.Map;

/**
 * A publication with what only the pipeline needs of it.
 *
 * @param publication the manifest
 * @param positions where each written table stands
 * @param consumed step to table to the place up to which the step has read it
 * @param models model family to the version of its champion
 */
public record Published(
    Publication publication,
    Map<String, Position> positions,
    Map<String, Map<String, Position>> consumed,
    Map<String, String> models) {

  public Published {
    positions = Map.copyOf(positions);
    consumed = Map.copyOf(consumed);
    models = Map.copyOf(models);
  }

  public long id() {
    return publication.id();
  }
}
