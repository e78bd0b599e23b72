package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.fact.FctPayment;
import io.clientele.warehouse.spec.TableSpec;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Payments as facts, with the customer version that was valid when they were asked for. */
public final class LoadFctPayment implements ChangeDriven {
  private final CustomerFact fact;

  public LoadFctPayment(Warehouse warehouse) {
    TableSpec table = warehouse.table(FctPayment.TABLE.name());
    this.fact = new CustomerFact(table, CnfPayment.TABLE.name(), "billed_at");
  }

  @Override
  public String name() {
    return "load-fct-payment";
  }

  @Override
  public Reads reads() {
    return fact.reads();
  }

  @Override
  public Writes writes() {
    return fact.writes();
  }

  @Override
  public Changes build(Inputs in) {
    return fact.build(in, facts());
  }

  private Column[] facts() {
    Map<String, Column> expressions =
        Map.of(
            "billed_date_key", LoadDimDate.key(col("billed_on")),
            "due_date_key", LoadDimDate.keyOrUnknown(col("due_on")),
            "paid_date_key", LoadDimDate.keyOrUnknown(col("paid_on")),
            "days_late", date_diff(col("paid_on"), col("due_on")),
            "is_paid", col("paid_on").isNotNull(),
            "is_refund", col("amount").lt(0));
    return Columns.of(fact.table(), expressions);
  }
}
