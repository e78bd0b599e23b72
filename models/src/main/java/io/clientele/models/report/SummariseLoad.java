package io.clientele.models.report;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.raw.RawBatchOutcome;
import io.clientele.warehouse.report.RptLoadSummary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What came in and where it went, over all batches: rows and money by source entity; beside it the
 * facts by source, advanced by their change set, and whether a source entity still delivers.
 */
public final class SummariseLoad implements Step {
  private static final String LINES = "cnf_sales_line_outcome";
  private static final String FACTS = FctSales.TABLE.name();
  private static final String SUMMARY = RptLoadSummary.TABLE.name();
  private static final String[] SHAPE = {
    "source",
    "entity",
    "outcome",
    "canonical_entity",
    "row_count",
    "amount",
    "unreadable_amount_count"
  };

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
    Reads batches =
        Reads.current(RawBatchOutcome.TABLE.name(), RawBatch.TABLE.name())
            .andChangesOf(FACTS)
            .andPublished(SUMMARY);
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
    Dataset<Row> summary =
        outcomes
            .unionByName(facts(in))
            .groupBy("source", "entity", "outcome")
            .agg(
                expr("max(canonical_entity)").as("canonical_entity"),
                expr("coalesce(sum(row_count), 0)").as("row_count"),
                expr("cast(sum(amount) as decimal(18,6))").as("amount"),
                expr("coalesce(sum(unreadable_amount_count), 0)").as("unreadable_amount_count"));
    LocalDate today = in.run().startedAt().atZone(ZoneOffset.UTC).toLocalDate();
    Dataset<Row> fresh =
        Freshness.of(in.current(RawBatch.TABLE.name()), today).withColumn("outcome", lit("landed"));
    return Changes.of(
        SUMMARY, summary.join(fresh, new String[] {"source", "entity", "outcome"}, "left"));
  }

  /** What was published, and what tonight adds and takes away. */
  private static Dataset<Row> facts(Inputs in) {
    Dataset<Row> before = in.published(SUMMARY).where("outcome = 'fact'").selectExpr(SHAPE);
    if (in.isUnchanged(FACTS)) {
      return before;
    }
    return before.unionByName(side(in, "after", 1)).unionByName(side(in, "before", -1));
  }

  private static Dataset<Row> side(Inputs in, String side, int sign) {
    return in.changes(FACTS)
        .where(side + " is not null")
        .groupBy(side + ".source")
        .agg(
            expr("count(1) * " + sign).as("row_count"),
            expr("cast(sum(%s.line_amount) * %d as decimal(18,6))".formatted(side, sign))
                .as("amount"))
        .selectExpr(
            "source",
            "'fct_sales' as entity",
            "'fact' as outcome",
            "'sales_line' as canonical_entity",
            "row_count",
            "amount",
            "0L as unreadable_amount_count");
  }
}
