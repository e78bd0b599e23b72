package io.clientele.models.crosssell.judge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The days that a log covers.
 *
 * @param first first day
 * @param last day after the last
 */
record TimeSpan(LocalDate first, LocalDate last) {

  /** Of the column {@code day}; empty when no line has one. */
  static Optional<TimeSpan> of(Dataset<Row> lines) {
    Row row = lines.selectExpr("string(min(day))", "string(date_add(max(day), 1))").head();
    return row.isNullAt(0)
        ? Optional.empty()
        : Optional.of(
            new TimeSpan(LocalDate.parse(row.getString(0)), LocalDate.parse(row.getString(1))));
  }

  LocalDate middle() {
    return first.plusDays(days() / 2);
  }

  /** First day of the last tenth. */
  LocalDate lastTenth() {
    return first.plusDays(days() - days() / 10);
  }

  /** First day of the last quarter. */
  LocalDate lastQuarter() {
    return first.plusDays(days() - days() / 4);
  }

  TimeSpan until(LocalDate day) {
    return new TimeSpan(first, day);
  }

  private long days() {
    return ChronoUnit.DAYS.between(first, last);
  }
}
