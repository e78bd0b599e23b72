package io.clientele.etl.landing;

import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.spec.Field;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Collects the values of one row of {@code raw_batch} by field. */
final class BatchRow {
  private final Map<Field, Object> values = new HashMap<>();

  static StructType schema() {
    StructType schema = new StructType();
    for (Field field : RawBatch.TABLE.fields()) {
      schema = schema.add(field.name(), field.type().sql());
    }
    return schema;
  }

  BatchRow with(Field field, Object value) {
    values.put(field, value);
    return this;
  }

  BatchRow with(Field field, Instant instant) {
    values.put(field, Timestamp.from(instant));
    return this;
  }

  BatchRow withMicros(Field field, long micros) {
    return with(field, Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  Row row() {
    return RowFactory.create(RawBatch.TABLE.fields().stream().map(values::get).toArray());
  }
}
