package io.clientele.jobs.evaluate;

import io.clientele.etl.mapping.MappingExpression;
import io.clientele.warehouse.Warehouse;
import java.util.List;

/** The columns of a file, and what a text of the command line means over them. */
record ColumnNames(List<String> names) {

  /**
   * The text as a mapping expression: a column by its exact name, whatever signs are in it, else an
   * expression.
   *
   * @throws IllegalArgumentException when it names no column; says which there are
   */
  String expression(String option, String text) {
    for (String name : names) {
      if (name.equalsIgnoreCase(text.strip())) {
        return "`" + name.replace("`", "``") + "`";
      }
    }
    MappingExpression expression;
    try {
      expression = MappingExpression.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw refused(option, text, text, wrong.getMessage());
    }
    for (String column : expression.columns()) {
      if (names.stream().noneMatch(column::equalsIgnoreCase)) {
        throw refused(option, text, column, "the file has no column " + column);
      }
    }
    return text;
  }

  private IllegalArgumentException refused(
      String option, String text, String column, String reason) {
    return new IllegalArgumentException(
        "Cannot use "
            + option
            + " '"
            + text
            + "': "
            + reason.replaceFirst("\\.$", "")
            + "; its columns are "
            + String.join(", ", names)
            + "; did you mean "
            + Warehouse.nearest(column, names)
            + "?");
  }
}
