package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldRole;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps the change history of one canonical entity over all staging tables that deliver it.
 *
 * @param table conformed table
 * @param entities staging tables in the order of their declaration: the first wins a tie
 * @param sourceKey column that identifies the record in a staging table
 * @param recordId from entity and {@code sourceKey} to the record's identity
 */
record ConformHistory(
    TableSpec table,
    List<EntityDeclaration> entities,
    String sourceKey,
    BiFunction<EntityDeclaration, Column, Column> recordId) {

  Reads reads() {
    if (entities.isEmpty()) {
      return Reads.nothing();
    }
    List<String> tables = Arrays.asList(EntitiesOf.tables(entities));
    Reads reads = Reads.changesOf(EntitiesOf.tables(entities));
    for (EntityDeclaration entity : entities) {
      reads =
          FullExtracts.isFull(entity)
              ? reads.andCurrent(entity.stagingTable(), RawBatch.TABLE.name(), table.name())
              : reads.andWithin(
                  entity.stagingTable(),
                  new Span("effective_at", rivals(entity), "effective_at", true));
    }
    return reads.andWithin(table.name(), new Span(sourceKey, tables, sourceKey, false));
  }

  Writes writes() {
    return Writes.upsert(table.name());
  }

  Changes build(Inputs in) {
    List<Said> said = entities.stream().flatMap(entity -> said(in, entity).stream()).toList();
    if (said.isEmpty()) {
      return Changes.none();
    }
    ChangeHistory history = new ChangeHistory(table);
    boolean isFull = said.stream().anyMatch(each -> FullExtracts.isFull(each.entity));
    Dataset<Row> stored = in.once(isFull ? in.current(table.name()) : in.within(table.name()));
    Dataset<Row> touched = in.once(history.touched(union(said, Said::tonight), stored));
    Dataset<Row> changed = in.once(history.changed(union(said, Said::all), touched));
    return Changes.none().and(table.name(), changed, history.vanished(stored, touched, changed));
  }

  /**
   * What an entity says.
   *
   * @param tonight the records and times that it touches tonight
   * @param all observations, complete for these records from these times on
   */
  private record Said(EntityDeclaration entity, Dataset<Row> tonight, Dataset<Row> all) {}

  /** Empty when nothing about its records came tonight. */
  private Optional<Said> said(Inputs in, EntityDeclaration entity) {
    List<String> rivals = rivals(entity);
    if (rivals.stream().allMatch(in::isUnchanged)) {
      return Optional.empty();
    }
    if (FullExtracts.isFull(entity)) {
      boolean isAlone = rivals.size() == 1;
      Dataset<Row> rows = in.once(new FullExtracts(entity, sourceKey, isAlone).observations(in));
      Dataset<Row> touching =
          rows.where(col(FullExtracts.TOUCHES).isNotNull())
              .withColumn("effective_at", col(FullExtracts.TOUCHES));
      return Optional.of(said(entity, touching, rows));
    }
    return Optional.of(
        said(entity, in.changedRows(entity.stagingTable()), in.within(entity.stagingTable())));
  }

  private Said said(EntityDeclaration entity, Dataset<Row> tonight, Dataset<Row> all) {
    Dataset<Row> touching = observed(tonight, entity).select(table.key().get(0), "effective_at");
    return new Said(entity, touching, observed(all, entity));
  }

  private static Dataset<Row> union(List<Said> said, Function<Said, Dataset<Row>> rows) {
    return said.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }

  /** Tables that may deliver the same record: all for shared codes, else those of the source. */
  private List<String> rivals(EntityDeclaration entity) {
    Predicate<EntityDeclaration> sameSource = other -> other.source().equals(entity.source());
    boolean ownCodes = table.find("source_customer_id").isPresent();
    Stream<EntityDeclaration> all = entities.stream();
    return (ownCodes ? all.filter(sameSource) : all).map(EntityDeclaration::stagingTable).toList();
  }

  private Dataset<Row> observed(Dataset<Row> staged, EntityDeclaration entity) {
    ChangeHistory history = new ChangeHistory(table);
    List<Column> columns = new ArrayList<>();
    columns.add(recordId.apply(entity, col(sourceKey)).as(table.key().get(0)));
    columns.add(lit(entity.source()).as("source"));
    columns.add(lit(rank(entity)).as(ChangeHistory.RANK));
    columns.add(col("batch_effective_at").as(ChangeHistory.DELIVERED));
    table.find("source_customer_id").ifPresent(field -> columns.add(col(field.name())));
    columns.add(isDeleted(staged).as(FullExtracts.IS_DELETED));
    for (Field field : table.fields()) {
      boolean isMade = field.name().equals(FullExtracts.IS_DELETED);
      if (!isMade && (history.attributes().contains(field) || isTaken(field))) {
        columns.add(Columns.orNone(staged, field).cast(field.type().sql()).as(field.name()));
      }
    }
    return staged
        .where(col("is_rejected").equalTo(false))
        .select(columns.toArray(Column[]::new))
        .withColumn("attribute_hash", history.attributeHash());
  }

  private static Column isDeleted(Dataset<Row> observed) {
    boolean isSaid = Arrays.asList(observed.columns()).contains(FullExtracts.IS_DELETED);
    return isSaid ? col(FullExtracts.IS_DELETED) : lit(false);
  }

  /** Larger counts more: the source declared first. */
  private int rank(EntityDeclaration entity) {
    List<String> sources = entities.stream().map(EntityDeclaration::source).distinct().toList();
    return -sources.indexOf(entity.source());
  }

  private boolean isTaken(Field field) {
    return field.name().equals("effective_at")
        || field.role() == FieldRole.LINEAGE
        || field.role() == FieldRole.AUDIT;
  }
}
