package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimDate;
import io.clientele.warehouse.fact.FctCustomerDay;
import io.clientele.warehouse.fact.FctCustomerMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Months of customer records, advanced by what tonight adds to their days and takes from them: all
 * measures are sums, so days that did not change are not read.
 */
public final class LoadFctCustomerMonth implements ChangeDriven {
  private static final String DAYS = FctCustomerDay.TABLE.name();
  private static final String MONTHS = FctCustomerMonth.TABLE.name();
  private static final String COUNT = FctCustomerMonth.DAY_COUNT.name();
  private static final String[] KEY = FctCustomerMonth.TABLE.key().toArray(String[]::new);
  private static final List<String> SUMS =
      List.of("order_count", "line_count", "quantity", "spend_bought", "spend_returned");

  @Override
  public String name() {
    return "load-fct-customer-month";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(DAYS)
        .andCurrent(DimDate.TABLE.name())
        .andWithin(MONTHS, new Span(FctCustomerMonth.MONTH_END.name(), List.of(DAYS), "day", true));
  }

  @Override
  public Writes writes() {
    return Writes.upsert(MONTHS);
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> moved = added(side(in, "after", 1).unionByName(side(in, "before", -1)));
    Dataset<Row> stored =
        TouchedKeys.exactly(in.within(MONTHS), moved.select(Columns.named(List.of(KEY))))
            .select(moved.columns()[0], Stream.of(moved.columns()).skip(1).toArray(String[]::new));
    Dataset<Row> months = in.once(added(stored.unionByName(moved)));
    Map<String, Column> derived =
        Map.of(
            "month_end", last_day(col("month_start")),
            "month_date_key", LoadDimDate.key(col("month_start")));
    return Changes.none()
        .and(
            MONTHS,
            months.where(col(COUNT).gt(0)).select(Columns.of(FctCustomerMonth.TABLE, derived)),
            months.where(col(COUNT).leq(0)).select(Columns.named(List.of(KEY))));
  }

  /** One side of the days' change set, with what it adds to each measure. */
  private static Dataset<Row> side(Inputs in, String side, int sign) {
    Stream<Column> measures = SUMS.stream().map(name -> col(name).multiply(lit(sign)).as(name));
    Stream<Column> key =
        Stream.of(col(KEY[0]), trunc(col("day"), "month").as(KEY[1]), lit(sign).as(COUNT));
    return in.changes(DAYS)
        .where(col(side).isNotNull())
        .select(side + ".*")
        .select(Stream.concat(key, measures).toArray(Column[]::new));
  }

  private static Dataset<Row> added(Dataset<Row> parts) {
    Column[] sums = SUMS.stream().map(name -> sum(name).as(name)).toArray(Column[]::new);
    return parts.groupBy(KEY[0], KEY[1]).agg(sum(COUNT).as(COUNT), sums);
  }
}
