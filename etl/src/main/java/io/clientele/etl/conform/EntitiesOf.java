package io.clientele.etl.conform;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import java.util.List;

/** Picks what the sources declare of one canonical entity. */
final class EntitiesOf {
  private EntitiesOf() {}

  static List<EntityDeclaration> canonical(String canonical, List<SourceDeclaration> sources) {
    return sources.stream()
        .flatMap(source -> source.entities().stream())
        .filter(entity -> entity.canonical().equals(canonical))
        .toList();
  }

  static String[] tables(List<EntityDeclaration> entities) {
    return entities.stream().map(EntityDeclaration::stagingTable).toArray(String[]::new);
  }

  /** Amounts are taken over as they are: a source in another currency is refused. */
  static void requireCurrency(List<SourceDeclaration> sources, String companyCurrency) {
    for (SourceDeclaration source : sources) {
      if (!source.currencyCode().equals(companyCurrency)) {
        throw new IllegalArgumentException(
            "Cannot conform source "
                + source.name()
                + ": its currency is "
                + source.currencyCode()
                + " and the company's is "
                + companyCurrency
                + "; exchange rates are not loaded yet, so deliver its amounts in "
                + companyCurrency
                + ".");
      }
    }
  }
}
