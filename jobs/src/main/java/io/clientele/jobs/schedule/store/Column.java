package io.clientele.jobs.schedule.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.pipeline.metadata.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** How values stand in the columns of the scheduler's tables. */
final class Column {
  private Column() {}

  static Long micros(Optional<Instant> instant) {
    return instant.map(Column::micros).orElse(null);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
    return number(rows, column).map(Column::instant);
  }

  static Optional<Long> number(ResultSet rows, String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(value);
  }

  static Optional<String> text(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  static Map<String, Object> map(ResultSet rows, String column) throws SQLException {
    return Json.read(rows.getString(column), new TypeReference<Map<String, Object>>() {});
  }
}
