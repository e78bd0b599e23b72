package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.mapping.Mapping;
import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.staging.StgSalesLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Mapped records as rows of a staging table: accepted, refused with all reasons, or filtered out by
 * the declaration, every record one row.
 */
final class StagedRows {
  /** The one reason of a record that the declared filter leaves out; it is not quarantined. */
  static final String FILTERED = "filtered";

  /** Marks, on replay, records that are refused now; others of the batch came before them. */
  static final String IS_OPEN = "is_open";

  private static final String DUPLICATE = "is_duplicate";

  private final EntityDeclaration entity;
  private final ZoneId zone;
  private final Mapping mapping;

  StagedRows(EntityDeclaration entity, ZoneId zone, Mapping mapping) {
    this.entity = entity;
    this.zone = zone;
    this.mapping = mapping;
  }

  /**
   * The rows, in the shape of the staging table.
   *
   * @param mapped what {@link Mapping#apply} yields, with {@link #IS_OPEN}
   */
  Dataset<Row> of(Dataset<Row> mapped) {
    Dataset<Row> judged =
        entity.key().isEmpty()
            ? mapped.withColumn(DUPLICATE, lit(false))
            : mapped.withColumn(DUPLICATE, isDuplicate());
    return judged.select(columns().toArray(Column[]::new));
  }

  private Column isAccepted() {
    return col(DelimitedSource.PROBLEMS)
        .isNull()
        .and(col(Mapping.IS_WANTED))
        .and(mapping.mask().isClear());
  }

  /** A later record of the batch with the same key; refused records take no key. */
  private Column isDuplicate() {
    List<Column> group = new ArrayList<>();
    Column hasKey = isAccepted();
    group.add(col(DelimitedSource.BATCH_ID));
    for (String column : entity.key()) {
      group.add(col(column));
      hasKey = hasKey.and(col(column).isNotNull());
    }
    group.add(when(not(hasKey), col(DelimitedSource.RECORD_NUMBER)));
    Column earlier =
        row_number()
            .over(
                Window.partitionBy(group.toArray(Column[]::new))
                    .orderBy(col(IS_OPEN), col(DelimitedSource.RECORD_NUMBER)));
    return hasKey.and(earlier.gt(1));
  }

  private List<Column> columns() {
    Column isAccepted = isAccepted().and(not(col(DUPLICATE)));
    List<Column> columns = new ArrayList<>();
    mapping.canonicalColumns().forEach(name -> columns.add(col(name)));
    Column batchEffective = timestamp_micros(col(DelimitedSource.EFFECTIVE_MICROS));
    columns.add(lit(entity.source()).as(Lineage.SOURCE.name()));
    columns.add(col(DelimitedSource.BATCH_ID));
    columns.add(col(DelimitedSource.RECORD_NUMBER));
    columns.add(col(DelimitedSource.BYTE_OFFSET));
    columns.add(effectiveAt().as(Lineage.EFFECTIVE_AT.name()));
    columns.add(batchEffective.as(Lineage.BATCH_EFFECTIVE_AT.name()));
    columns.add(not(isAccepted).as(Lineage.IS_REJECTED.name()));
    columns.add(when(not(isAccepted), reasons()).as(Lineage.REJECT_REASONS.name()));
    columns.add(
        when(isQuarantined(isAccepted), col(DelimitedSource.TEXT)).as(Lineage.RAW_TEXT.name()));
    columns.add(knownAt().as(Lineage.KNOWN_AT.name()));
    columns.add(
        when(col(DelimitedSource.IS_HISTORY), "business_date")
            .otherwise("arrival")
            .as(Lineage.KNOWN_AT_BASIS.name()));
    return columns;
  }

  private Column isQuarantined(Column isAccepted) {
    return not(isAccepted)
        .and(col(DelimitedSource.PROBLEMS).isNotNull().or(col(Mapping.IS_WANTED)));
  }

  private Column reasons() {
    return when(col(DelimitedSource.PROBLEMS).isNotNull(), col(DelimitedSource.PROBLEMS))
        .when(not(col(Mapping.IS_WANTED)), array(lit(FILTERED)))
        .when(col(DUPLICATE), array(lit("duplicate_key")))
        .otherwise(mapping.mask().spelt());
  }

  private static Column effectiveAt() {
    return coalesce(
        col(Mapping.ROW_EFFECTIVE_AT), timestamp_micros(col(DelimitedSource.EFFECTIVE_MICROS)));
  }

  /** Arrival; for history the end of the business day in the zone of the source. */
  private Column knownAt() {
    boolean isSale =
        entity.canonical().equals("sales_line") || entity.canonical().equals("sales_order");
    Column happenedAt =
        isSale ? coalesce(col(StgSalesLine.ORDERED_AT.name()), effectiveAt()) : effectiveAt();
    Column day = from_utc_timestamp(happenedAt, zone.getId()).cast("date");
    Column endOfDay = to_utc_timestamp(date_add(day, 1).cast("timestamp"), zone.getId());
    return when(col(DelimitedSource.IS_HISTORY), endOfDay)
        .otherwise(timestamp_micros(col(DelimitedSource.ARRIVED_MICROS)));
  }
}
