package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.CustomerRecords;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfCustomer;
import io.clientele.warehouse.dimension.DimCustomer;
import java.util.Map;

/** Versions of customer records, inferred records, and the member for anonymous sales. */
public final class LoadDimCustomer implements Step {
  private static final String RECORD = DimCustomer.CUSTOMER_RECORD_ID.name();

  private final VersionedDimension dimension;

  public LoadDimCustomer(Warehouse warehouse) {
    this.dimension =
        new VersionedDimension(
            warehouse.table(DimCustomer.TABLE.name()),
            DimCustomer.TABLE,
            warehouse.table(CnfCustomer.TABLE.name()),
            RECORD,
            new MemberChanges("customer"),
            Map.of("customer_id", CustomerRecords.customerId(col(RECORD))),
            Map.of(
                "customer_id", CustomerRecords.customerId(col("member_id")),
                "source", col("source"),
                "source_customer_id", col("source_customer_id"),
                "full_name", col("printed_name"),
                "region", col("printed_region"),
                "country", col("printed_country")),
            Map.of(
                "customer_id",
                lit("unknown"),
                RECORD,
                lit("unknown"),
                "source",
                lit("unknown"),
                "full_name",
                lit("Unknown")));
  }

  @Override
  public String name() {
    return "load-dim-customer";
  }

  @Override
  public Reads reads() {
    return dimension.reads();
  }

  @Override
  public Writes writes() {
    return Writes.upsert(DimCustomer.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    return dimension.build(in);
  }
}
