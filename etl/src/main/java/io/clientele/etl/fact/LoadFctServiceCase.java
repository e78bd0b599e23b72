package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfServiceCase;
import io.clientele.warehouse.fact.FctServiceCase;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Cases as facts, with the customer version that was valid when they were opened. */
public final class LoadFctServiceCase implements ChangeDriven {
  private static final double MICROS_AN_HOUR = 3_600_000_000d;

  private final CustomerFact fact;

  public LoadFctServiceCase(Warehouse warehouse) {
    this.fact =
        new CustomerFact(
            warehouse.table(FctServiceCase.TABLE.name()), CnfServiceCase.TABLE.name(), "opened_at");
  }

  @Override
  public String name() {
    return "load-fct-service-case";
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
    Map<String, Column> expressions =
        Map.of(
            "opened_date_key", LoadDimDate.key(col("opened_on")),
            "closed_date_key", LoadDimDate.keyOrUnknown(col("closed_on")),
            "response_hours", hours(col("opened_at"), col("first_step_ended_at")),
            "resolution_hours", hours(col("opened_at"), col("closed_at")),
            "is_open", col("closed_at").isNull());
    return fact.build(in, Columns.of(fact.table(), expressions));
  }

  /** Hours between two times; empty if one is. */
  static Column hours(Column from, Column until) {
    return unix_micros(until).minus(unix_micros(from)).divide(lit(MICROS_AN_HOUR));
  }
}
