package io.clientele.etl.staging;

import io.clientele.etl.landing.Extract;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Step;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps from the folders of the sources to staged, refused and reconciled rows. */
public final class StagingSteps {
  private StagingSteps() {}

  /**
   * The steps, in the order of the data's way.
   *
   * @param sources as configured
   * @param warehouse with the staging instances of the sources, see {@link #specs}
   * @param replay refused records that shall be tried again
   */
  public static List<Step> of(
      List<SourceDeclaration> sources, Warehouse warehouse, Optional<ReplayRequest> replay) {
    specs(sources).forEach(spec -> warehouse.table(spec.name()));
    replay.ifPresent(request -> requireEntity(sources, request));
    List<EntityDeclaration> entities = entities(sources);
    List<Step> steps = new ArrayList<>();
    steps.add(new Extract(sources));
    for (SourceDeclaration source : sources) {
      for (EntityDeclaration entity : source.entities()) {
        boolean isReplayed = replay.filter(request -> request.isOf(entity)).isPresent();
        steps.add(new Stage(source, entity, isReplayed));
      }
    }
    steps.add(new QuarantineRows(entities, replay));
    steps.add(new ReconcileStaging(entities));
    return List.copyOf(steps);
  }

  /** The staging tables of the sources. */
  public static List<TableSpec> specs(List<SourceDeclaration> sources) {
    return entities(sources).stream().map(EntityDeclaration::stagingSpec).toList();
  }

  private static List<EntityDeclaration> entities(List<SourceDeclaration> sources) {
    return sources.stream().flatMap(source -> source.entities().stream()).toList();
  }

  private static void requireEntity(List<SourceDeclaration> sources, ReplayRequest request) {
    List<String> names =
        entities(sources).stream().map(entity -> entity.source() + "." + entity.name()).toList();
    String asked = request.source() + "." + request.entity();
    if (!names.contains(asked)) {
      throw new IllegalArgumentException(
          "Cannot replay "
              + asked
              + ": no source delivers it; did you mean "
              + Warehouse.nearest(asked, names)
              + "?");
    }
  }
}
