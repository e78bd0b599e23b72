package io.clientele.models.feature;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.fact.FctCustomerDay;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.feature.FtrCustomerState;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Advances the state of each customer record by tonight's facts and reads it, once, into tonight's
 * features: customers with at least one purchase before the as-of date.
 */
public final class BuildFeatures implements Step {
  private static final String STATE = FtrCustomerState.TABLE.name();
  private static final String FACTS = FctCustomerDay.TABLE.name();

  @Override
  public String name() {
    return "build-features";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(FACTS)
        .andPublished(STATE)
        .andCurrent(FtrAsOf.TABLE.name(), BrgCustomerRecord.TABLE.name());
  }

  /** The state comes last: writing it would make what is kept of it worthless to the others. */
  @Override
  public Writes writes() {
    return Writes.replacePartitions(FtrCustomerRfm.TABLE.name())
        .and(Writes.replacePartitions(FtrCustomerChurn.TABLE.name()))
        .and(Writes.upsert(STATE));
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> stored = in.published(STATE);
    if (in.isUnchanged(FACTS)) {
      return features(in, stored);
    }
    Dataset<Row> states = CustomerState.advanced(stored, in.changes(FACTS));
    Dataset<Row> touched = states.where("is_touched").select("customer_record_id", "days");
    return features(in, states)
        .and(
            STATE,
            touched.where("size(days) > 0"),
            touched.where("size(days) = 0").select("customer_record_id"));
  }

  private static Changes features(Inputs in, Dataset<Row> states) {
    Dataset<Row> days = CustomerDays.of(states, in.current(BrgCustomerRecord.TABLE.name()));
    Dataset<Row> tonight = CustomerDays.tonight(in.current(FtrAsOf.TABLE.name()));
    Dataset<Row> windows = in.once(CustomerWindows.asOf(days, tonight));
    return Changes.of(FtrCustomerRfm.TABLE.name(), RfmFeatures.of(windows))
        .and(
            FtrCustomerChurn.TABLE.name(),
            ChurnFeatures.of(windows)
                .drop("newest_day_used", "newest_known_at_used", "known_before"));
  }
}
