package io.clientele.models;

import io.clientele.warehouse.spec.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Columns of declared fields, so that a misspelt name does not compile. */
public final class Columns {
  private Columns() {}

  /** The column of that field. */
  public static Column of(Field field) {
    return functions.col(field.name());
  }

  /** The expression as that field: cast to its type, under its name. */
  public static Column as(Field field, Column value) {
    return value.cast(field.type().sql()).as(field.name());
  }

  /** An empty value of that field. */
  public static Column empty(Field field) {
    return as(field, functions.lit(null));
  }
}
