package io.clientele.reports.text;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/**
 * Values of a result as plain text: dates as ISO 8601 has them, instants in UTC, null as nothing.
 */
public final class PlainText {
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter();

  private PlainText() {}

  public static String of(Object value) {
    Object plain = simplify(value);
    if (plain == null) {
      return "";
    }
    if (plain instanceof LocalDateTime time) {
      return INSTANT.format(time);
    }
    if (plain instanceof OffsetDateTime time) {
      return INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
    if (plain instanceof Object[] || plain instanceof Map) {
      return JsonText.of(plain);
    }
    return number(plain);
  }

  /** Decimals and doubles without an exponent where that stays short. */
  static String number(Object plain) {
    if (plain instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (plain instanceof Double d && Double.isFinite(d) && Math.abs(d) < 1e15) {
      BigDecimal exact = BigDecimal.valueOf(d);
      return exact.scale() > 20 ? d.toString() : exact.toPlainString();
    }
    return plain.toString();
  }

  /** JDBC's containers as arrays and maps, old time classes as new ones. */
  static Object simplify(Object value) {
    try {
      if (value instanceof Timestamp time) {
        return time.toLocalDateTime();
      }
      if (value instanceof Array array) {
        return Arrays.stream((Object[]) array.getArray()).map(PlainText::simplify).toArray();
      }
      if (value instanceof DuckDBStruct struct) {
        return struct.getMap();
      }
      if (value instanceof Blob blob) {
        return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      }
      return value;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot read a value of the answer: " + e.getMessage() + "; cast it to VARCHAR.", e);
    }
  }
}
