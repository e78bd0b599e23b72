package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.raw.RawBatchOutcome;
import io.clientele.warehouse.raw.RawQuarantine;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Counts where the records of each batch went, in rows and in money: landed as counted in the bytes
 * before anything was parsed, staged and filtered as written, quarantined as kept. Advances what
 * was published by what tonight added, so that a replay moves rows from one outcome to another.
 */
public final class ReconcileStaging implements Step {
  private final List<EntityDeclaration> entities;

  ReconcileStaging(List<EntityDeclaration> entities) {
    this.entities = List.copyOf(entities);
  }

  @Override
  public String name() {
    return "reconcile-staging";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(
            entities.stream().map(EntityDeclaration::stagingTable).toArray(String[]::new))
        .andChangesOf(RawBatch.TABLE.name(), RawQuarantine.TABLE.name())
        .andPublished(RawBatchOutcome.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.upsert(RawBatchOutcome.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    List<Dataset<Row>> deltas = new ArrayList<>();
    if (!in.isUnchanged(RawBatch.TABLE.name())) {
      deltas.add(landed(in.changedRows(RawBatch.TABLE.name())));
    }
    for (EntityDeclaration entity : entities) {
      if (!in.isUnchanged(entity.stagingTable())) {
        deltas.add(staged(entity, in.changedRows(entity.stagingTable())));
      }
    }
    if (!in.isUnchanged(RawQuarantine.TABLE.name())) {
      deltas.add(quarantined(in.changes(RawQuarantine.TABLE.name())));
    }
    return deltas.stream()
        .reduce(Dataset::unionByName)
        .map(delta -> Changes.of(RawBatchOutcome.TABLE.name(), advanced(in, delta)))
        .orElseGet(Changes::none);
  }

  /** Rows as they were counted in the bytes; a batch without any record has its zeros too. */
  private Dataset<Row> landed(Dataset<Row> batches) {
    Column outcomes = array(lit("landed"), lit("staged"), lit("quarantined"));
    return batches
        .where(col(RawBatch.STATUS.name()).equalTo("landed"))
        .withColumn(RawBatchOutcome.OUTCOME.name(), explode(outcomes))
        .select(
            col(RawBatch.BATCH_ID.name()),
            col(RawBatchOutcome.OUTCOME.name()),
            col(RawBatch.SOURCE.name()),
            col(RawBatch.ENTITY.name()),
            functions
                .when(
                    col(RawBatchOutcome.OUTCOME.name()).equalTo("landed"),
                    col(RawBatch.RECORD_COUNT.name()))
                .otherwise(0L)
                .as(RawBatchOutcome.ROW_COUNT.name()),
            lit(null).cast(FieldType.MONEY.sql()).as(RawBatchOutcome.AMOUNT.name()),
            lit(0L).as(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name()));
  }

  private static Dataset<Row> staged(EntityDeclaration entity, Dataset<Row> rows) {
    Column isUnread = Reconciled.hasMoney(entity) ? col("amount").isNull() : lit(false);
    return rows.where(not(Reconciled.isQuarantined()))
        .select(
            col(Lineage.BATCH_ID.name()),
            Reconciled.outcome().as(RawBatchOutcome.OUTCOME.name()),
            Reconciled.amount(entity).as("amount"))
        .groupBy(Lineage.BATCH_ID.name(), RawBatchOutcome.OUTCOME.name())
        .agg(
            count(lit(1)).as(RawBatchOutcome.ROW_COUNT.name()),
            sum("amount").as(RawBatchOutcome.AMOUNT.name()),
            count_if(isUnread).as(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name()))
        .withColumn(RawBatchOutcome.SOURCE.name(), lit(entity.source()))
        .withColumn(RawBatchOutcome.ENTITY.name(), lit(entity.name()));
  }

  /** Newly refused records, less those that were settled. */
  private Dataset<Row> quarantined(Dataset<Row> changes) {
    Column isRefused = openCount("after").minus(openCount("before"));
    Column amount = col("row." + RawQuarantine.AMOUNT.name());
    return changes
        .select(
            coalesce(col("after"), col("before")).as("row"), isRefused.cast("bigint").as("records"))
        .where(col("records").notEqual(0))
        .where(col("row." + RawQuarantine.REFUSED_BY.name()).equalTo("staging"))
        .groupBy(
            col("row." + RawQuarantine.BATCH_ID.name()).as(RawBatchOutcome.BATCH_ID.name()),
            col("row." + RawQuarantine.SOURCE.name()).as(RawBatchOutcome.SOURCE.name()),
            col("row." + RawQuarantine.ENTITY.name()).as(RawBatchOutcome.ENTITY.name()))
        .agg(
            sum("records").as(RawBatchOutcome.ROW_COUNT.name()),
            sum(amount.multiply(col("records"))).as(RawBatchOutcome.AMOUNT.name()),
            sum(functions.when(amount.isNull().and(hasMoney("row.")), col("records")).otherwise(0L))
                .as(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name()))
        .withColumn(RawBatchOutcome.OUTCOME.name(), lit("quarantined"));
  }

  private static Column openCount(String side) {
    Column isOpen = col(side + "." + RawQuarantine.STATUS.name()).equalTo("open");
    return functions.when(isOpen, 1).otherwise(0);
  }

  private static Column isOf(EntityDeclaration entity, String prefix) {
    return col(prefix + RawBatchOutcome.SOURCE.name())
        .equalTo(entity.source())
        .and(col(prefix + RawBatchOutcome.ENTITY.name()).equalTo(entity.name()));
  }

  /** What was published of the touched batches, and tonight's difference. */
  private Dataset<Row> advanced(Inputs in, Dataset<Row> delta) {
    Column isOurs =
        col(RawBatchOutcome.OUTCOME.name()).isin("landed", "staged", "filtered", "quarantined");
    Dataset<Row> touched = delta.select(RawBatchOutcome.BATCH_ID.name()).distinct();
    Dataset<Row> before =
        in.published(RawBatchOutcome.TABLE.name())
            .where(isOurs)
            .join(touched, new String[] {RawBatchOutcome.BATCH_ID.name()}, "left_semi")
            .select(Arrays.stream(delta.columns()).map(functions::col).toArray(Column[]::new));
    return before
        .unionByName(delta)
        .groupBy(
            RawBatchOutcome.BATCH_ID.name(),
            RawBatchOutcome.OUTCOME.name(),
            RawBatchOutcome.SOURCE.name(),
            RawBatchOutcome.ENTITY.name())
        .agg(
            sum(RawBatchOutcome.ROW_COUNT.name()).as(RawBatchOutcome.ROW_COUNT.name()),
            sum(RawBatchOutcome.AMOUNT.name()).as(RawBatchOutcome.AMOUNT.name()),
            sum(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name())
                .as(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name()))
        .select(outcomeColumns());
  }

  /** What landed is worth what became of it: money cannot be read before the rows are parsed. */
  private Column[] outcomeColumns() {
    WindowSpec batch = Window.partitionBy(RawBatchOutcome.BATCH_ID.name());
    Column isLanded = col(RawBatchOutcome.OUTCOME.name()).equalTo("landed");
    Column amount = col(RawBatchOutcome.AMOUNT.name());
    Column amounts =
        functions
            .when(isLanded, sum(functions.when(not(isLanded), amount)).over(batch))
            .otherwise(amount);
    Column unread = col(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name());
    Column unreads =
        functions
            .when(isLanded, sum(functions.when(not(isLanded), unread)).over(batch))
            .otherwise(unread);
    Column money = coalesce(amounts, lit(0)).try_cast(FieldType.MONEY.sql());
    return new Column[] {
      col(RawBatchOutcome.BATCH_ID.name()),
      col(RawBatchOutcome.OUTCOME.name()),
      col(RawBatchOutcome.SOURCE.name()),
      col(RawBatchOutcome.ENTITY.name()),
      canonicalEntity().as(RawBatchOutcome.CANONICAL_ENTITY.name()),
      col(RawBatchOutcome.ROW_COUNT.name()),
      functions.when(hasMoney(""), money).as(RawBatchOutcome.AMOUNT.name()),
      coalesce(unreads, lit(0L)).as(RawBatchOutcome.UNREADABLE_AMOUNT_COUNT.name())
    };
  }

  private Column hasMoney(String prefix) {
    return entities.stream()
        .filter(Reconciled::hasMoney)
        .map(entity -> isOf(entity, prefix))
        .reduce(lit(false), Column::or);
  }

  private Column canonicalEntity() {
    Column canonical = lit(null).cast("string");
    for (EntityDeclaration entity : entities) {
      canonical = functions.when(isOf(entity, ""), entity.canonical()).otherwise(canonical);
    }
    return canonical;
  }
}
