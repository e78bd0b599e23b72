package io.clientele.etl.staging;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.quality.Rule;
import io.clientele.pipeline.quality.ShareLimits;
import io.clientele.warehouse.spec.Lineage;
import java.util.List;

/** A source entity most of whose new rows are refused is wrongly mapped or wrongly delivered. */
public final class RefusalRules {
  /** Name of the rule, as people see it. */
  public static final String NAME = "few new rows are refused";

  private RefusalRules() {}

  /**
   * One rule a source entity, on what a run stages of it; rows left out by {@code where} do not
   * count.
   *
   * @param nextMove what to do when it stops a night
   */
  public static List<Rule> of(
      List<SourceDeclaration> sources, ShareLimits limits, String nextMove) {
    return sources.stream()
        .flatMap(source -> source.entities().stream())
        .map(entity -> rule(entity, limits, nextMove))
        .toList();
  }

  private static Rule rule(EntityDeclaration entity, ShareLimits limits, String nextMove) {
    String reasons = Lineage.REJECT_REASONS.name();
    return new Rule.Share(
        entity.stagingTable(),
        NAME,
        entity.source() + "." + entity.name(),
        "not coalesce(array_contains(" + reasons + ", '" + StagedRows.FILTERED + "'), false)",
        Lineage.IS_REJECTED.name(),
        reasons,
        limits,
        nextMove);
  }
}
