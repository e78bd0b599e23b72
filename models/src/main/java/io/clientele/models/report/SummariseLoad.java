package io.clientele.models.report;

import static org.apache.spark.sql.functions.expr;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.raw.RawBatchOutcome;
import io.clientele.warehouse.report.RptLoadSummary;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What came in and where it went, over all batches: rows and money by source entity. */
public final class SummariseLoad implements Step {
  private static final String LINES = "cnf_sales_line_outcome";

  private final boolean hasLines;

  public SummariseLoad(Warehouse warehouse) {
    this.hasLines = warehouse.find(LINES).isPresent();
  }

  @Override
  public String name() {
    return "summarise-load";
  }

  @Override
  public Reads reads() {
    Reads batches = Reads.current(RawBatchOutcome.TABLE.name());
    return hasLines ? batches.andCurrent(LINES) : batches;
  }

  @Override
  public Writes writes() {
    return Writes.replace(RptLoadSummary.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> outcomes =
        in.current(RawBatchOutcome.TABLE.name())
            .selectExpr(
                "source",
                "entity",
                "outcome",
                "canonical_entity",
                "row_count",
                "amount",
                "unreadable_amount_count");
    if (hasLines) {
      outcomes =
          outcomes.unionByName(
              in.current(LINES)
                  .selectExpr(
                      "source",
                      "entity",
                      "outcome",
                      "'sales_line' as canonical_entity",
                      "row_count",
                      "amount",
                      "unreadable_amount_count"));
    }
    return Changes.of(
        RptLoadSummary.TABLE.name(),
        outcomes
            .groupBy("source", "entity", "outcome")
            .agg(
                expr("max(canonical_entity)").as("canonical_entity"),
                expr("coalesce(sum(row_count), 0)").as("row_count"),
                expr("cast(sum(amount) as decimal(18,6))").as("amount"),
                expr("coalesce(sum(unreadable_amount_count), 0)").as("unreadable_amount_count")));
  }
}
