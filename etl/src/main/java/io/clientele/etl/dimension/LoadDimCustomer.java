package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.CustomerRecords;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfCustomer;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.DimCustomer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Versions of customer records, inferred records, and the member for anonymous sales. */
public final class LoadDimCustomer implements ChangeDriven {
  private static final String RECORD = DimCustomer.CUSTOMER_RECORD_ID.name();

  private final VersionedDimension dimension;

  /**
   * @param isMatched whether records of several sources can be one customer: the bridge says which
   */
  public LoadDimCustomer(Warehouse warehouse, boolean isMatched) {
    Map<String, Column> own = Map.of("customer_id", CustomerRecords.customerId(col(RECORD)));
    Map<String, Column> derived = isMatched ? Map.of() : own;
    this.dimension =
        new VersionedDimension(
            warehouse.table(DimCustomer.TABLE.name()),
            DimCustomer.TABLE,
            warehouse.table(CnfCustomer.TABLE.name()),
            RECORD,
            new MemberChanges("customer"),
            derived,
            printed(derived),
            Map.of(
                "customer_id",
                lit("unknown"),
                RECORD,
                lit("unknown"),
                "source",
                lit("unknown"),
                "full_name",
                lit("Unknown")),
            isMatched ? Optional.of(BrgCustomerRecord.TABLE.name()) : Optional.empty());
  }

  /** What is known of a customer that only sales lines name. */
  private static Map<String, Column> printed(Map<String, Column> derived) {
    Map<String, Column> columns = new HashMap<>(derived);
    columns.put("source", col("source"));
    columns.put("source_customer_id", col("source_customer_id"));
    columns.put("full_name", col("printed_name"));
    columns.put("region", col("printed_region"));
    columns.put("country", col("printed_country"));
    return columns;
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
