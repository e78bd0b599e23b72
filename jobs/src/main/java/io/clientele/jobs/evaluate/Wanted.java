package io.clientele.jobs.evaluate;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;

/**
 * A value that a command needs of every row.
 *
 * @param field name and type that it gets; a row without a required one is rejected
 * @param option option of the command that says where it is, for messages
 * @param expression a column, or an expression over columns
 */
public record Wanted(Field field, String option, String expression) {

  /** A value that every row must have. */
  public static Wanted required(String name, FieldType type, String option, String expression) {
    return new Wanted(Field.attribute(name, type, option).required(), option, expression);
  }

  /** A value that a row may lack. */
  public static Wanted optional(String name, FieldType type, String option, String expression) {
    return new Wanted(Field.attribute(name, type, option), option, expression);
  }
}
