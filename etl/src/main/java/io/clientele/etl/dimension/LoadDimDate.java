package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.extract;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.clientele.etl.conform.Columns;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimDate;
import io.clientele.warehouse.spec.Field;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The calendar: every day of every year that has sales, and the member for an unknown day. */
public final class LoadDimDate implements ChangeDriven {
  private static final String DATE = DimDate.TABLE.name();

  @Override
  public String name() {
    return "load-dim-date";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(MemberChanges.TABLE);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(DATE);
  }

  @Override
  public Changes build(Inputs in) {
    MemberChanges years = new MemberChanges("year");
    Dataset<Row> unknown = in.session().range(1).select(unknown());
    return Changes.none()
        .and(
            DATE,
            days(years.described(in)).unionByName(unknown),
            days(years.gone(in)).select(DimDate.DATE_KEY.name()));
  }

  private static Dataset<Row> days(Dataset<Row> years) {
    Column year = col("member_id").cast("int");
    Column first = make_date(year, lit(1), lit(1));
    Column last = make_date(year, lit(12), lit(31));
    return years
        .select(explode(sequence(first, last)).as("day"))
        .select(Columns.of(DimDate.TABLE, calendar(col("day"))));
  }

  private static Map<String, Column> calendar(Column day) {
    Column isoYear = extract(lit("YEAROFWEEK"), day).cast("string");
    Column isoWeek = lpad(weekofyear(day).cast("string"), 2, "0");
    return Map.ofEntries(
        Map.entry("date_key", key(day)),
        Map.entry("calendar_date", day),
        Map.entry("year_number", year(day)),
        Map.entry("quarter_number", quarter(day)),
        Map.entry("month_number", month(day)),
        Map.entry("month_name", date_format(day, "MMMM")),
        Map.entry("year_month", date_format(day, "yyyy-MM")),
        Map.entry("iso_week", concat(isoYear, lit("-W"), isoWeek)),
        Map.entry("day_of_week_number", weekday(day).plus(1)),
        Map.entry("day_name", date_format(day, "EEEE")),
        Map.entry("is_weekend", weekday(day).geq(5)));
  }

  /** {@code yyyymmdd} of a day. */
  public static Column key(Column day) {
    return year(day).multiply(10000).plus(month(day).multiply(100)).plus(dayofmonth(day));
  }

  /** The key of a day, or of the unknown day if there is none. */
  public static Column keyOrUnknown(Column day) {
    return when(day.isNull(), lit(SurrogateKeys.UNKNOWN)).otherwise(key(day));
  }

  private static Column[] unknown() {
    Map<String, Column> columns = new HashMap<>();
    columns.put("date_key", lit(SurrogateKeys.UNKNOWN));
    for (Field field : DimDate.TABLE.fields()) {
      columns.putIfAbsent(field.name(), Columns.none(field));
    }
    return Columns.of(DimDate.TABLE, columns);
  }
}
