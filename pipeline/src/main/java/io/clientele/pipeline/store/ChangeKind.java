package io.clientele.pipeline.store;

import io.clientele.pipeline.Writes.Mode;
import org.apache.iceberg.Table;

/** Where the change sets of a table are found; kept as a property of the table. */
enum ChangeKind {
  /** The files that a snapshot added. */
  APPENDED,
  /** In the companion table. */
  RECORDED,
  /** Nowhere: two states are compared. */
  COMPARED;

  static final String PROPERTY = "clientele.change-sets";

  static ChangeKind of(Mode mode) {
    return switch (mode) {
      case APPEND -> APPENDED;
      case UPSERT -> RECORDED;
      case REPLACE, REPLACE_PARTITIONS -> COMPARED;
    };
  }

  static ChangeKind of(Table table) {
    return valueOf(table.properties().getOrDefault(PROPERTY, COMPARED.name()));
  }

  void mark(Table table) {
    if (!name().equals(table.properties().get(PROPERTY))) {
      table.updateProperties().set(PROPERTY, name()).commit();
      table.refresh();
    }
  }
}
