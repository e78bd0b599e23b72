package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import io.clientele.etl.mapping.Mapping;
import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.LandedFile;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.raw.RawQuarantine;
import io.clientele.warehouse.spec.Lineage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stages the new batches of one source entity: rename and cast, nothing else. Every record becomes
 * one row, accepted or refused with all its reasons, in one pass over the landed files. On request
 * it reads the files of open quarantined records again and adds those that are accepted now.
 */
public final class Stage implements Step {
  /**
   * Keeps the filter behind the mapping: pushed through, it would repeat every expression of it.
   */
  private static final String BARRIER = "row_in_task";

  private final SourceDeclaration source;
  private final EntityDeclaration entity;
  private final boolean isReplayed;

  /**
   * The step of one source entity.
   *
   * @param isReplayed whether refused records are tried again
   */
  Stage(SourceDeclaration source, EntityDeclaration entity, boolean isReplayed) {
    this.source = source;
    this.entity = entity;
    this.isReplayed = isReplayed;
  }

  @Override
  public String name() {
    return "stage-" + source.name() + "-" + entity.name();
  }

  @Override
  public Reads reads() {
    Reads changes = Reads.changesOf(RawBatch.TABLE.name());
    return isReplayed
        ? changes.andPublished(RawBatch.TABLE.name(), RawQuarantine.TABLE.name())
        : changes;
  }

  @Override
  public Writes writes() {
    return Writes.append(entity.stagingTable());
  }

  @Override
  public Changes build(Inputs in) {
    Mapping mapping = Mapping.of(entity, source.zone());
    List<LandedFile> landed =
        in.isUnchanged(RawBatch.TABLE.name())
            ? List.of()
            : Batches.landed(in.changedRows(RawBatch.TABLE.name()), entity, in.run().warehouse());
    Dataset<Row> rows = staged(in, mapping, landed);
    if (isReplayed) {
      Dataset<Row> replayed = replayed(in, mapping);
      rows = landed.isEmpty() ? replayed : rows.unionByName(replayed);
    }
    return landed.isEmpty() && !isReplayed
        ? Changes.none()
        : Changes.of(entity.stagingTable(), rows);
  }

  private Dataset<Row> staged(Inputs in, Mapping mapping, List<LandedFile> files) {
    Dataset<Row> mapped = mapped(in, mapping, files).withColumn(StagedRows.IS_OPEN, lit(false));
    return new StagedRows(entity, source.zone(), mapping).of(mapped);
  }

  private Dataset<Row> mapped(Inputs in, Mapping mapping, List<LandedFile> files) {
    return mapping.apply(
        DelimitedSource.read(in.session(), files, entity.format(), mapping.wantedColumns()));
  }

  /** Records that are open in the quarantine and that today's mapping accepts or leaves out. */
  private Dataset<Row> replayed(Inputs in, Mapping mapping) {
    Dataset<Row> open = openAddresses(in.published(RawQuarantine.TABLE.name()));
    Set<String> batchIds = new HashSet<>();
    open.select(DelimitedSource.BATCH_ID)
        .distinct()
        .collectAsList()
        .forEach(row -> batchIds.add(row.getString(0)));
    List<LandedFile> files =
        Batches.landed(in.published(RawBatch.TABLE.name()), entity, in.run().warehouse()).stream()
            .filter(file -> batchIds.contains(file.batchId()))
            .toList();
    Dataset<Row> marked =
        mapped(in, mapping, files)
            .join(
                broadcast(open.withColumn(StagedRows.IS_OPEN, lit(true))),
                new String[] {DelimitedSource.BATCH_ID, DelimitedSource.RECORD_NUMBER},
                "left")
            .na()
            .fill(false, new String[] {StagedRows.IS_OPEN});
    return new StagedRows(entity, source.zone(), mapping)
        .of(marked)
        .withColumn(BARRIER, monotonically_increasing_id())
        .where(isSettled().and(col(BARRIER).geq(0)))
        .drop(BARRIER)
        .join(
            broadcast(open),
            new String[] {DelimitedSource.BATCH_ID, DelimitedSource.RECORD_NUMBER},
            "left_semi");
  }

  private Dataset<Row> openAddresses(Dataset<Row> quarantine) {
    return quarantine
        .where(
            col(RawQuarantine.SOURCE.name())
                .equalTo(source.name())
                .and(col(RawQuarantine.ENTITY.name()).equalTo(entity.name()))
                .and(col(RawQuarantine.REFUSED_BY.name()).equalTo("staging"))
                .and(col(RawQuarantine.STATUS.name()).equalTo("open")))
        .select(RawQuarantine.BATCH_ID.name(), RawQuarantine.RECORD_NUMBER.name());
  }

  private static Column isSettled() {
    return org.apache
        .spark
        .sql
        .functions
        .not(col(Lineage.IS_REJECTED.name()))
        .or(Reconciled.isFiltered());
  }
}
