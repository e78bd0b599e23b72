package io.clientele.models.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.clientele.models.evaluation.TimeSplit;
import io.clientele.models.feature.ChurnFeatures;
import io.clientele.models.feature.CustomerDays;
import io.clientele.models.feature.LeakGuard;
import io.clientele.pipeline.RunContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features, transformed inputs and label of every customer at every date of a split: {@code
 * is_held_out} says which rows judge, {@code is_leak} is the leak guard's verdict and {@code part}
 * (0 to 999,999, by a hash of the customer and the seed) makes folds and samples in which a
 * customer is always on one side.
 */
final class TrainingRows {
  private TrainingRows() {}

  static Dataset<Row> of(Dataset<Row> days, TimeSplit split, RunContext run) {
    List<LocalDate> dates = new ArrayList<>(split.training());
    dates.add(split.heldOut());
    Dataset<Row> cutOffs = CustomerDays.pastNights(days.sparkSession(), dates, run.companyZone());
    Dataset<Row> features = ChurnFeatures.asOf(days, cutOffs);
    List<Column> columns = new ArrayList<>(List.of(col("*")));
    columns.add(
        col("as_of_date").equalTo(to_date(lit(split.heldOut().toString()))).as("is_held_out"));
    columns.add(LeakGuard.isLeak().as("is_leak"));
    columns.add(part(run.seed()));
    columns.addAll(Arrays.stream(ChurnTerm.values()).map(TrainingRows::input).toList());
    return ChurnLabel.label(features, days, cutOffs, split.horizonDays())
        .select(columns.toArray(Column[]::new));
  }

  /** The transformed input under its own name. */
  static Column input(ChurnTerm term) {
    return term.transformed().as(term.column());
  }

  static Column part(long seed) {
    return expr("pmod(xxhash64(customer_id, " + seed + "L), 1000000)").cast("int").as("part");
  }
}
