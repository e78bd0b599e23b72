package io.clientele.etl.nights;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Staged rows of one delivered file. */
public final class Delivery {
  private final EntityDeclaration entity;
  private final String batch;
  private final Instant effectiveAt;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param day business day of the file, at 02:00 UTC
   */
  public Delivery(EntityDeclaration entity, String day) {
    this(entity, day, entity.stagingTable() + "_" + day);
  }

  public Delivery(EntityDeclaration entity, String day, String batch) {
    this.entity = entity;
    this.batch = batch;
    this.effectiveAt = Instant.parse(day + "T02:00:00Z");
  }

  /** A staged row: column, value, column, value; values as text. */
  public Delivery row(String... columnsAndValues) {
    Map<String, Object> values = new HashMap<>();
    values.put("source", entity.source());
    values.put("batch_id", batch);
    values.put("record_number", rows.size() + 1L);
    values.put("byte_offset", 100L * rows.size());
    values.put("effective_at", Timestamp.from(effectiveAt));
    values.put("batch_effective_at", Timestamp.from(effectiveAt));
    values.put("is_rejected", false);
    values.put("known_at", Timestamp.from(effectiveAt));
    values.put("known_at_basis", "arrival");
    TableSpec shape = entity.stagingSpec();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      Field field = shape.field(columnsAndValues[i]);
      values.put(field.name(), parsed(field.type().sql(), columnsAndValues[i + 1]));
    }
    rows.add(
        RowFactory.create(shape.columnNames().stream().map(values::get).toArray(Object[]::new)));
    return this;
  }

  /** The row of {@code raw_batch}. */
  Row landed() {
    Map<String, Object> values = new HashMap<>();
    values.put("batch_id", batch);
    values.put("source", entity.source());
    values.put("entity", entity.name());
    values.put("status", "landed");
    values.put("record_count", (long) rows.size());
    values.put("effective_at", Timestamp.from(effectiveAt));
    values.put("arrived_at", Timestamp.from(effectiveAt));
    values.put("is_history", false);
    return RowFactory.create(
        RawBatch.TABLE.columnNames().stream().map(values::get).toArray(Object[]::new));
  }

  public String table() {
    return entity.stagingTable();
  }

  public String batch() {
    return batch;
  }

  public List<Row> rows() {
    return rows;
  }

  private static Object parsed(String type, String text) {
    if (text == null) {
      return null;
    }
    if (type.startsWith("decimal")) {
      return new BigDecimal(text);
    }
    return switch (type) {
      case "timestamp" -> Timestamp.from(Instant.parse(text));
      case "date" -> Date.valueOf(LocalDate.parse(text));
      case "boolean" -> Boolean.valueOf(text);
      case "int" -> Integer.valueOf(text);
      case "bigint" -> Long.valueOf(text);
      default -> text;
    };
  }
}
