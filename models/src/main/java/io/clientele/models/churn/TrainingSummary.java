package io.clientele.models.churn;

import static org.apache.spark.sql.functions.expr;

import io.clientele.models.registry.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts of the training rows and the moments of their inputs, from one aggregate.
 *
 * @param trainingRows rows to train on
 * @param trainingPositives how many of them left
 * @param heldOutRows rows to judge by
 * @param heldOutPositives how many of them left
 * @param leaks rows that used something they could not know
 * @param inputs moments of each term over the training rows, empty values left out
 */
record TrainingSummary(
    long trainingRows,
    long trainingPositives,
    long heldOutRows,
    long heldOutPositives,
    long leaks,
    List<Input> inputs) {

  /**
   * Moments of a term.
   *
   * @param term which
   * @param mean mean of the transformed value
   * @param deviation standard deviation; 0 = the term says nothing
   */
  record Input(ChurnTerm term, double mean, double deviation) {}

  static TrainingSummary of(Dataset<Row> rows) {
    List<Column> measures = new ArrayList<>();
    measures.add(expr("sum(label)").as("positives"));
    measures.add(expr("count_if(is_leak)").as("leaks"));
    for (ChurnTerm term : ChurnTerm.values()) {
      measures.add(expr("avg(" + term.column() + ")").as("mean_" + term));
      measures.add(expr("stddev_pop(" + term.column() + ")").as("deviation_" + term));
    }
    List<Row> groups =
        rows.groupBy("is_held_out")
            .agg(expr("count(1)").as("n"), measures.toArray(Column[]::new))
            .collectAsList();
    return of(group(groups, false), group(groups, true));
  }

  /** Null when the group has no rows. */
  private static Row group(List<Row> groups, boolean isHeldOut) {
    return groups.stream()
        .filter(row -> row.<Boolean>getAs("is_held_out") == isHeldOut)
        .findFirst()
        .orElse(null);
  }

  private static TrainingSummary of(Row training, Row heldOut) {
    return new TrainingSummary(
        count(training, "n"),
        positives(training),
        count(heldOut, "n"),
        positives(heldOut),
        count(training, "leaks") + count(heldOut, "leaks"),
        training == null
            ? List.of()
            : Arrays.stream(ChurnTerm.values()).map(term -> input(training, term)).toList());
  }

  private static Input input(Row training, ChurnTerm term) {
    Double mean = training.getAs("mean_" + term);
    Double deviation = training.getAs("deviation_" + term);
    return new Input(
        term, mean == null ? 0 : Decimals.six(mean), deviation == null ? 0 : deviation);
  }

  private static long count(Row group, String column) {
    return group == null ? 0 : group.<Long>getAs(column);
  }

  private static long positives(Row group) {
    return group == null ? 0 : Math.round(group.<Double>getAs("positives"));
  }

  /** The terms that vary. */
  List<Input> varying() {
    return inputs.stream().filter(input -> input.deviation() > 1e-9).toList();
  }
}
