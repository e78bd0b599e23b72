package io.clientele.etl.conform;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one source declares about sales.
 *
 * @param name name of the source
 * @param zone zone of its business day
 * @param lines its sales line entities
 * @param heads its order head entities; empty = a line says everything itself
 * @param redelivery what a second delivery of an order means
 */
record SalesSource(
    String name,
    ZoneId zone,
    List<EntityDeclaration> lines,
    List<EntityDeclaration> heads,
    Redelivery redelivery) {

  /** The sales of a source; empty when it delivers no sales lines. */
  static Optional<SalesSource> of(SourceDeclaration source) {
    List<EntityDeclaration> lines = EntitiesOf.canonical("sales_line", List.of(source));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Redelivery> modes = lines.stream().map(EntityDeclaration::redelivery).distinct().toList();
    if (modes.size() > 1) {
      throw new IllegalArgumentException(
          "Cannot conform source "
              + source.name()
              + ": its sales line entities declare both redelivery append and replace_order, and"
              + " an order may come in either; declare one.");
    }
    return Optional.of(
        new SalesSource(
            source.name(),
            source.zone(),
            lines,
            EntitiesOf.canonical("sales_order", List.of(source)),
            modes.get(0)));
  }

  boolean hasHeads() {
    return !heads.isEmpty();
  }

  boolean replacesOrders() {
    return redelivery == Redelivery.REPLACE_ORDER;
  }

  boolean hasLineNumbers() {
    return lines.stream().anyMatch(entity -> entity.fields().containsKey("line_number"));
  }

  List<String> tables() {
    List<EntityDeclaration> all = new ArrayList<>(lines);
    all.addAll(heads);
    return List.of(EntitiesOf.tables(all));
  }

  /**
   * The column whose span bounds all deliveries of a line: its time where time is part of its
   * content and content is its identity; else the order, whose deliveries may differ in time.
   */
  String spanColumn() {
    return mayMoveOrders() ? "order_id" : "ordered_at";
  }

  /** Whether a line can get another day by a later delivery. */
  boolean mayMoveOrders() {
    return replacesOrders() || hasHeads() || hasLineNumbers();
  }

  Reads reads(Reads before) {
    Reads reads = before.andChangesOf(tables().toArray(String[]::new));
    Span span = new Span(spanColumn(), tables(), spanColumn(), false);
    for (String table : tables()) {
      reads = reads.andWithin(table, span);
    }
    return reads;
  }
}
