package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.fact.FctCustomerDay;
import io.clientele.warehouse.fact.FctSales;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * State of each customer record on each day with product lines, built again for the days that
 * tonight's facts touch.
 */
public final class LoadFctCustomerDay implements ChangeDriven {
  private static final String FACTS = FctSales.TABLE.name();
  private static final String DAYS = FctCustomerDay.TABLE.name();
  private static final String RECORD = FctCustomerDay.CUSTOMER_RECORD_ID.name();
  private static final String DAY = FctCustomerDay.DAY.name();

  @Override
  public String name() {
    return "load-fct-customer-day";
  }

  @Override
  public Reads reads() {
    List<String> facts = List.of(FACTS);
    return Reads.changesOf(FACTS)
        .andWithin(FACTS, new Span("order_date", facts, "order_date", false))
        .andWithin(DAYS, new Span(DAY, facts, "order_date", false));
  }

  @Override
  public Writes writes() {
    return Writes.upsert(DAYS);
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> touched = touched(in);
    Dataset<Row> days = days(TouchedKeys.narrow(dated(in.within(FACTS)), touched));
    Dataset<Row> vanished =
        TouchedKeys.without(
            TouchedKeys.exactly(in.within(DAYS).select(RECORD, DAY), touched),
            days.select(RECORD, DAY));
    return Changes.none().and(DAYS, days, vanished);
  }

  private static Dataset<Row> dated(Dataset<Row> facts) {
    return facts
        .where(col(RECORD).isNotNull().and(col("is_product_line")))
        .withColumnRenamed("order_date", DAY);
  }

  private static Dataset<Row> touched(Inputs in) {
    return TouchedKeys.sides(in.changes(FACTS), col(RECORD), col("order_date").as(DAY))
        .where(col(RECORD).isNotNull())
        .distinct();
  }

  /** Two levels, so that orders are counted without a distinct count over all lines. */
  private static Dataset<Row> days(Dataset<Row> lines) {
    Column isPurchase = col("is_purchase");
    Dataset<Row> orders =
        lines
            .groupBy(RECORD, DAY, "source", "order_id")
            .agg(
                count(when(isPurchase, 1)).as("line_count"),
                sum(when(isPurchase, col("quantity"))).as("quantity"),
                sum(when(isPurchase, col("line_amount"))).as("spend_bought"),
                sum(when(isPurchase.equalTo(false), col("line_amount"))).as("spend_returned"),
                max("known_at").as("known_at"));
    return orders
        .groupBy(RECORD, DAY)
        .agg(
            count(when(col("line_count").gt(0), 1)).as("order_count"),
            sum("line_count").as("line_count"),
            orNothing(sum("quantity")).as("quantity"),
            orNothing(sum("spend_bought")).as("spend_bought"),
            orNothing(sum("spend_returned")).as("spend_returned"),
            max("known_at").as("known_at"))
        .select(Columns.of(FctCustomerDay.TABLE, Map.of("date_key", LoadDimDate.key(col(DAY)))));
  }

  private static Column orNothing(Column total) {
    return coalesce(total, lit(0));
  }
}
