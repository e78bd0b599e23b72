package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.conformed.CnfSalesLineRefused;
import io.clientele.warehouse.raw.RawQuarantine;
import io.clientele.warehouse.spec.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps every refused record with all its reasons and its address: new ones are open, those that a
 * replay lets in are replayed, those whose missing part came later are resolved.
 */
public final class QuarantineRows implements Step {
  private static final String[] ADDRESS = {
    RawQuarantine.BATCH_ID.name(), RawQuarantine.RECORD_NUMBER.name()
  };

  private final List<EntityDeclaration> entities;
  private final Optional<ReplayRequest> replay;

  QuarantineRows(List<EntityDeclaration> entities, Optional<ReplayRequest> replay) {
    this.entities = List.copyOf(entities);
    this.replay = replay;
  }

  @Override
  public String name() {
    return "quarantine";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(
            entities.stream().map(EntityDeclaration::stagingTable).toArray(String[]::new))
        .andChangesOf(CnfSalesLineRefused.TABLE.name())
        .andPublished(RawQuarantine.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.upsert(RawQuarantine.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (EntityDeclaration entity : entities) {
      if (!in.isUnchanged(entity.stagingTable())) {
        Dataset<Row> staged = in.changedRows(entity.stagingTable());
        parts.add(refused(in, entity, staged));
        if (replay.filter(request -> request.isOf(entity)).isPresent()) {
          parts.add(settled(in, entity, staged));
        }
      }
    }
    if (!in.isUnchanged(CnfSalesLineRefused.TABLE.name())) {
      parts.add(conformed(in));
    }
    return parts.stream()
        .reduce(Dataset::unionByName)
        .map(rows -> Changes.of(RawQuarantine.TABLE.name(), rows))
        .orElseGet(Changes::none);
  }

  private static Dataset<Row> refused(Inputs in, EntityDeclaration entity, Dataset<Row> staged) {
    return staged
        .where(Reconciled.isQuarantined())
        .select(
            col(Lineage.BATCH_ID.name()),
            col(Lineage.RECORD_NUMBER.name()),
            lit("staging").as(RawQuarantine.REFUSED_BY.name()),
            lit(entity.source()).as(RawQuarantine.SOURCE.name()),
            lit(entity.name()).as(RawQuarantine.ENTITY.name()),
            col(Lineage.BYTE_OFFSET.name()),
            col(Lineage.REJECT_REASONS.name()).as(RawQuarantine.REASONS.name()),
            Reconciled.amount(entity).as(RawQuarantine.AMOUNT.name()),
            col(Lineage.RAW_TEXT.name()),
            lit("open").as(RawQuarantine.STATUS.name()),
            lit(in.run().runId()).as(RawQuarantine.REFUSED_IN_RUN_ID.name()),
            lit(null).cast("string").as(RawQuarantine.SETTLED_IN_RUN_ID.name()));
  }

  /** Open records that tonight's staged rows contain, accepted or left out by the filter. */
  private static Dataset<Row> settled(Inputs in, EntityDeclaration entity, Dataset<Row> staged) {
    Column isStaging =
        col(RawQuarantine.REFUSED_BY.name())
            .equalTo("staging")
            .and(col(RawQuarantine.SOURCE.name()).equalTo(entity.source()))
            .and(col(RawQuarantine.ENTITY.name()).equalTo(entity.name()));
    Dataset<Row> open =
        in.published(RawQuarantine.TABLE.name())
            .where(isStaging.and(col(RawQuarantine.STATUS.name()).equalTo("open")));
    Dataset<Row> taken =
        staged
            .where(org.apache.spark.sql.functions.not(Reconciled.isQuarantined()))
            .select(
                col(ADDRESS[0]), col(ADDRESS[1]), Reconciled.isFiltered().as(StagedRows.FILTERED));
    return open.join(taken, ADDRESS, "inner")
        .withColumn(
            RawQuarantine.STATUS.name(),
            when(col(StagedRows.FILTERED), "resolved").otherwise("replayed"))
        .withColumn(RawQuarantine.SETTLED_IN_RUN_ID.name(), lit(in.run().runId()))
        .select(columns());
  }

  /** Lines refused while conforming; a line that is no longer refused is resolved. */
  private static Dataset<Row> conformed(Inputs in) {
    Column isGone = col("change_type").equalTo("delete");
    Dataset<Row> lines =
        in.changes(CnfSalesLineRefused.TABLE.name())
            .select(
                isGone.as("is_gone"),
                when(isGone, col("before")).otherwise(col("after")).as("line"))
            .select("is_gone", "line.*");
    Column isResolved = col("is_gone").or(col(CnfSalesLineRefused.IS_RESOLVED.name()));
    Dataset<Row> earlier =
        in.published(RawQuarantine.TABLE.name())
            .where(col(RawQuarantine.REFUSED_BY.name()).equalTo("conformed"))
            .select(
                col(ADDRESS[0]),
                col(ADDRESS[1]),
                col(RawQuarantine.REFUSED_IN_RUN_ID.name()).as("first_run_id"));
    String runId = in.run().runId();
    return earlier
        .join(broadcast(lines), ADDRESS, "right")
        .withColumn(RawQuarantine.REFUSED_BY.name(), lit("conformed"))
        .withColumn(RawQuarantine.STATUS.name(), when(isResolved, "resolved").otherwise("open"))
        .withColumn(
            RawQuarantine.REFUSED_IN_RUN_ID.name(),
            org.apache.spark.sql.functions.coalesce(col("first_run_id"), lit(runId)))
        .withColumn(
            RawQuarantine.SETTLED_IN_RUN_ID.name(),
            when(isResolved, lit(runId)).otherwise(lit(null).cast("string")))
        .select(columns());
  }

  private static Column[] columns() {
    return RawQuarantine.TABLE.columnNames().stream()
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
