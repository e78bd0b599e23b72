package io.clientele.etl.mapping;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.FileFormat;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/**
 * A value of a source as a value of a canonical type; null where it is none. Plain text is read as
 * the format of the source writes numbers, dates and times.
 */
final class Typed {
  private static final String GROUPED = "^[+-]?\\d{1,3}([,\\s\\u00a0\\u202f']\\d{3})+(\\.\\d*)?$";
  private static final String GROUPED_DECIMAL_COMMA =
      "^[+-]?\\d{1,3}([.\\s\\u00a0\\u202f']\\d{3})+(,\\d*)?$";
  private static final String WITH_ZONE = "(Z|[+-]\\d{2}:?\\d{2})$";
  private static final DataType DOUBLE = DataTypes.DoubleType;
  private static final DataType EXACT = DataTypes.createDecimalType(38, 9);
  private static final Object[] TRUE_TEXTS = {
    "true", "t", "yes", "y", "1", "1.0", "ja", "j", "wahr", "oui", "si", "sí", "x"
  };
  private static final Object[] FALSE_TEXTS = {
    "false", "f", "no", "n", "0", "0.0", "nein", "falsch", "non"
  };

  private final FileFormat format;
  private final ZoneId zone;

  Typed(FileFormat format, ZoneId zone) {
    this.format = format;
    this.zone = zone;
  }

  /**
   * The value as the type.
   *
   * @param value text is trimmed, not empty
   * @param from its type
   * @param to canonical type
   * @param isInstant whether a time in it is UTC already; otherwise it is local to the source
   */
  Column as(Column value, DataType from, DataType to, boolean isInstant) {
    if (to instanceof StringType) {
      return from instanceof StringType ? value : value.cast(to);
    }
    if (to instanceof TimestampType) {
      return timestamp(value, from, isInstant);
    }
    if (to instanceof DateType) {
      return date(value, from, isInstant);
    }
    if (to instanceof NumericType) {
      return number(value, from, to);
    }
    return truth(value, from);
  }

  /** Whether a number is one but does not fit the type. */
  Column isBeyond(Column value, DataType from, Column typed) {
    Column number = from instanceof StringType ? plainNumber(value, DOUBLE) : value.cast(DOUBLE);
    return typed.isNull().and(number.isNotNull()).and(abs(number).lt(Double.POSITIVE_INFINITY));
  }

  private Column number(Column value, DataType from, DataType to) {
    if (to instanceof IntegralType) {
      Column exact = from instanceof StringType ? plainNumber(value, EXACT) : value.try_cast(EXACT);
      Column whole = exact.try_cast(to);
      return when(whole.cast(EXACT).equalTo(exact), whole);
    }
    if (from instanceof StringType) {
      return plainNumber(value, to);
    }
    boolean isBinary = from instanceof DoubleType || from instanceof FloatType;
    return isBinary && to instanceof DecimalType
        ? value.cast("string").try_cast(to)
        : value.try_cast(to);
  }

  /**
   * 1234.56, 1,234.56, 1 234.56; with decimal comma 1234,56, 1.234,56, 1 234,56. Groups of three
   * only: 1.5 is no number where the comma is the decimal sign, and not fifteen.
   */
  private Column plainNumber(Column text, DataType to) {
    if (format.decimalComma()) {
      Column plain =
          when(instr(text, ".").equalTo(0), replace(text, lit(","), lit(".")).try_cast(to));
      Column ungrouped = regexp_replace(text, "[.\\s\\u00a0\\u202f']", "");
      Column grouped = replace(ungrouped, lit(","), lit(".")).try_cast(to);
      return coalesce(plain, when(text.rlike(GROUPED_DECIMAL_COMMA), grouped));
    }
    Column grouped = regexp_replace(text, "[,\\s\\u00a0\\u202f']", "").try_cast(to);
    return coalesce(text.try_cast(to), when(text.rlike(GROUPED), grouped));
  }

  private Column timestamp(Column value, DataType from, boolean isInstant) {
    if (from instanceof StringType) {
      return format
          .timestampFormat()
          .map(pattern -> local(try_to_timestamp(value, lit(pattern))))
          .orElseGet(() -> isoTimestamp(value));
    }
    Column time = value.try_cast("timestamp");
    return isInstant ? time : local(time);
  }

  private Column isoTimestamp(Column text) {
    Column time = text.try_cast("timestamp");
    Column hasZone = length(text).gt(16).and(text.rlike(WITH_ZONE));
    return when(text.like("____-__-__%"), when(hasZone, time).otherwise(local(time)));
  }

  private Column date(Column value, DataType from, boolean isInstant) {
    if (from instanceof TimestampType && isInstant) {
      return from_utc_timestamp(value, zone.getId()).cast("date");
    }
    if (!(from instanceof StringType)) {
      return value.try_cast("date");
    }
    return format
        .dateFormat()
        .map(pattern -> try_to_timestamp(value, lit(pattern)).cast("date"))
        .orElseGet(() -> when(value.like("____-__-__%"), value.try_cast("date")));
  }

  private Column local(Column time) {
    return to_utc_timestamp(time, zone.getId());
  }

  private static Column truth(Column value, DataType from) {
    if (!(from instanceof StringType || from instanceof NumericType)) {
      return value.try_cast("boolean");
    }
    Column text = lower(value.cast("string"));
    return when(text.isin(TRUE_TEXTS), lit(true)).when(text.isin(FALSE_TEXTS), lit(false));
  }
}
