package io.clientele.models.report;

import static org.apache.spark.sql.functions.expr;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimChannel;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.report.RptSalesMonth;
import io.clientele.warehouse.spec.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sales before the as-of date by month, channel, category and region, of the product and customer
 * versions that the facts point to.
 *
 * <p>It adds up all facts whenever facts, dimensions or the as-of date changed: a category or
 * region that is filled in later moves old months too, so touched months alone would drift from the
 * facts. The facts are first summed by month and keys, so that only their number of distinct keys
 * is joined.
 */
public final class SummariseSales implements Step {
  private static final String FACTS = FctSales.TABLE.name();
  private static final String AS_OF = FtrAsOf.TABLE.name();

  @Override
  public String name() {
    return "summarise-sales";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(FACTS, DimProduct.TABLE.name(), DimCustomer.TABLE.name(), AS_OF)
        .andCurrent(
            AS_OF,
            FACTS,
            DimProduct.TABLE.name(),
            DimCustomer.TABLE.name(),
            DimChannel.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.replace(RptSalesMonth.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    if (in.isUnchanged(FACTS)
        && in.isUnchanged(AS_OF)
        && in.isUnchanged(DimProduct.TABLE.name())
        && in.isUnchanged(DimCustomer.TABLE.name())) {
      return Changes.none();
    }
    Dataset<Row> byKeys =
        beforeAsOf(in)
            .groupBy(
                expr("date_format(order_date, 'yyyy-MM')").as("year_month"),
                expr("channel_key"),
                expr("product_key"),
                expr("customer_key"))
            .agg(expr("count(1)").as("lines"), expr("sum(line_amount)").as("amount"));
    return Changes.of(RptSalesMonth.TABLE.name(), byNames(in, byKeys));
  }

  private static Dataset<Row> beforeAsOf(Inputs in) {
    return in.current(FACTS)
        .where(expr("order_date").lt(in.current(AS_OF).select("as_of_date").scalar()));
  }

  private static Dataset<Row> byNames(Inputs in, Dataset<Row> byKeys) {
    return byKeys
        .transform(rows -> named(rows, in, DimChannel.TABLE, "channel_key", "channel_name"))
        .transform(rows -> named(rows, in, DimProduct.TABLE, "product_key", "category"))
        .transform(
            rows ->
                named(
                    rows,
                    in,
                    DimCustomer.TABLE,
                    "customer_key",
                    "coalesce(region, country) as region"))
        .groupBy(
            expr("year_month"),
            expr("coalesce(channel_name, '(unknown)')").as("channel_name"),
            expr("coalesce(category, '(none)')").as("category"),
            expr("coalesce(region, '(unknown)')").as("region"))
        .agg(
            expr("sum(lines)").as("line_count"),
            expr("cast(sum(amount) as decimal(18,6))").as("line_amount"));
  }

  private static Dataset<Row> named(
      Dataset<Row> rows, Inputs in, TableSpec dimension, String key, String attribute) {
    Dataset<Row> names = in.current(dimension.name()).selectExpr(key, attribute);
    return rows.join(names, new String[] {key}, "left");
  }
}
