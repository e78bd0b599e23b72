package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.col;

import io.clientele.etl.conform.Columns;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.conformed.CnfCaseStep;
import io.clientele.warehouse.fact.FctServiceCaseStep;
import java.util.Map;

/** Steps of the cases as facts. */
public final class LoadFctServiceCaseStep implements ChangeDriven {
  private static final String STEPS = CnfCaseStep.TABLE.name();
  private static final String FACTS = FctServiceCaseStep.TABLE.name();

  @Override
  public String name() {
    return "load-fct-service-case-step";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(STEPS);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(FACTS);
  }

  @Override
  public Changes build(Inputs in) {
    return Changes.of(
        FACTS,
        in.changedRows(STEPS)
            .select(
                Columns.of(
                    FctServiceCaseStep.TABLE,
                    Map.of(
                        "step_hours",
                        LoadFctServiceCase.hours(col("started_at"), col("ended_at"))))));
  }
}
