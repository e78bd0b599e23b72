package io.clientele.etl.identity;

import io.clientele.etl.source.SourceDeclaration;
import java.util.List;
import java.util.Set;

/** What sources say of a customer by which the same person can be found in another. */
public final class Identifying {
  private static final Set<String> FIELDS = Set.of("email", "phone", "loyalty_card", "birth_date");

  private Identifying() {}

  /** Whether any source does; if none does, there is nothing to match and nothing is done. */
  public static boolean anyOf(List<SourceDeclaration> sources) {
    return sources.stream()
        .flatMap(source -> source.entities().stream())
        .filter(entity -> entity.canonical().equals("customer"))
        .anyMatch(entity -> entity.fields().keySet().stream().anyMatch(FIELDS::contains));
  }
}
