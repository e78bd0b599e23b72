package io.clientele.models.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * The three terms that push a customer most towards leaving, in words. A term that pushes towards
 * staying is never a reason, so a loyal customer may have fewer than three.
 */
final class Reasons {
  private static final int COUNT = 3;

  private Reasons() {}

  /** All reasons, strongest first, as one array of structs. */
  static Column ranked(ChurnFormula formula) {
    List<Column> reasons = new ArrayList<>();
    formula
        .contributions()
        .forEach(
            (term, contribution) ->
                reasons.add(
                    when(
                        contribution.gt(0).and(col(term.feature()).isNotNull()),
                        struct(
                            contribution.as("contribution"),
                            lit(term.feature()).as("code"),
                            col(term.feature()).cast("double").as("value"),
                            term.text().as("text")))));
    Column all = array(reasons.toArray(Column[]::new));
    return org.apache.spark.sql.functions.sort_array(
        org.apache.spark.sql.functions.filter(all, Column::isNotNull), false);
  }

  /** The columns reason_1_code to reason_3_contribution from the array in that column. */
  static List<Column> columns(String ranked) {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      for (String part : List.of("code", "value", "text", "contribution")) {
        columns.add(
            expr("get(" + ranked + ", " + (i - 1) + ")." + part).as("reason_" + i + "_" + part));
      }
    }
    return columns;
  }
}
