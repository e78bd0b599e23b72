package io.clientele.models;

import io.clientele.models.churn.ChurnOptions;
import io.clientele.models.churn.ScoreChurn;
import io.clientele.models.churn.TrainChurn;
import io.clientele.models.feature.BuildFeatures;
import io.clientele.models.segment.ScoreSegments;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.warehouse.Warehouse;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The model steps of a night, one after another, on tables in memory. */
public final class Night {
  public final InMemoryInputs in;
  public Trained trained;

  public Night(Dataset<Row> facts, String asOf) {
    this(facts, asOf, null);
  }

  /** A night in whose run somebody asks for every training; null = nobody does. */
  public Night(Dataset<Row> facts, String asOf, String asks) {
    Dataset<Row> kept = facts.localCheckpoint();
    Dataset<Row> states = Purchases.states(kept).localCheckpoint();
    in =
        Purchases.inputs(asOf, Optional.ofNullable(asks))
            .withCurrent("ftr_customer_state", states)
            .withPublished("ftr_customer_state", states)
            .withCurrent("brg_customer_record", Purchases.bridge(kept).localCheckpoint());
  }

  public Night features() {
    return run(new BuildFeatures());
  }

  public Night train() {
    return train(ChurnOptions.defaults());
  }

  public Night train(ChurnOptions options) {
    trained = new TrainChurn(options).train(in);
    in.withTrained(trained);
    return this;
  }

  public Night score() {
    return run(new ScoreSegments()).run(new ScoreChurn());
  }

  /** Runs a step and puts what it writes where later steps read it. */
  public Night run(Step step) {
    Changes changes = step.build(in);
    changes
        .sets()
        .forEach(
            (table, set) ->
                in.withCurrent(
                    table,
                    Purchases.as(Warehouse.canonical().table(table), set.rows())
                        .localCheckpoint()));
    return this;
  }

  public Dataset<Row> table(String name) {
    return in.current(name);
  }
}
