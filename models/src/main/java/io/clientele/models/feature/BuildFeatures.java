package io.clientele.models.feature;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.feature.FtrCustomerState;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads each customer's state once and writes tonight's features: customers with at least one
 * purchase before the as-of date.
 */
public final class BuildFeatures implements Step {
  @Override
  public String name() {
    return "build-features";
  }

  @Override
  public Reads reads() {
    return Reads.current(
        FtrAsOf.TABLE.name(), FtrCustomerState.TABLE.name(), BrgCustomerRecord.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.replacePartitions(FtrCustomerRfm.TABLE.name())
        .and(Writes.replacePartitions(FtrCustomerChurn.TABLE.name()));
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> days =
        CustomerDays.of(
            in.current(FtrCustomerState.TABLE.name()), in.current(BrgCustomerRecord.TABLE.name()));
    Dataset<Row> tonight = CustomerDays.tonight(in.current(FtrAsOf.TABLE.name()));
    Dataset<Row> windows = CustomerWindows.asOf(days, tonight);
    return Changes.of(FtrCustomerRfm.TABLE.name(), RfmFeatures.of(windows))
        .and(
            FtrCustomerChurn.TABLE.name(),
            ChurnFeatures.of(windows)
                .drop("newest_day_used", "newest_known_at_used", "known_before"));
  }
}
