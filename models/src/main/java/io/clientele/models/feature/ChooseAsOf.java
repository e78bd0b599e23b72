package io.clientele.models.feature;

import static org.apache.spark.sql.functions.lit;

import io.clientele.models.Columns;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.feature.FtrAsOf;
import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses the as-of date: the one that was asked for, else the day after the newest business date.
 *
 * <p>The newest business date is kept from night to night and only rises, so that a night reads the
 * change set of the facts and never the facts.
 */
public final class ChooseAsOf implements Step {
  @Override
  public String name() {
    return "choose-as-of";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(FctSales.TABLE.name()).andPublished(FtrAsOf.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.replace(FtrAsOf.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    Column asked =
        in.run()
            .requestedAsOf()
            .map(date -> lit(Date.valueOf(date)))
            .orElse(lit(null))
            .cast("date");
    Dataset<Row> rows =
        before(in)
            .unionByName(
                in.changedRows(FctSales.TABLE.name())
                    .selectExpr("order_date", "null as_of", "null previous"))
            .selectExpr(
                "order_date", "cast(as_of as date) as_of", "cast(previous as date) previous")
            .groupBy()
            .agg(
                org.apache.spark.sql.functions.max("order_date").as("newest"),
                org.apache.spark.sql.functions.max("as_of").as("before"),
                org.apache.spark.sql.functions.max("previous").as("before_that"))
            .withColumn("asked", asked)
            .selectExpr(
                "coalesce(asked, date_add(newest, 1)) as as_of_date",
                "newest as newest_order_date",
                "before",
                "before_that")
            // The same night again keeps the night before that it had.
            .selectExpr(
                "as_of_date",
                "newest_order_date",
                "case when before < as_of_date then before when before_that < as_of_date then before_that end"
                    + " as previous_as_of_date")
            .where(Columns.of(FtrAsOf.AS_OF_DATE).isNotNull());
    return Changes.of(FtrAsOf.TABLE.name(), rows);
  }

  private static Dataset<Row> before(Inputs in) {
    return in.published(FtrAsOf.TABLE.name())
        .selectExpr(
            "newest_order_date as order_date",
            "as_of_date as as_of",
            "previous_as_of_date as previous");
  }
}
