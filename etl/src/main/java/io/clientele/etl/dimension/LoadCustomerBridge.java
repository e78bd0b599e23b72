package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.CustomerRecords;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.conformed.CnfCustomer;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which customer each record belongs to, where the sources say nothing by which records could be
 * matched: each record is a customer of its own.
 */
public final class LoadCustomerBridge implements ChangeDriven {
  private static final String BRIDGE = BrgCustomerRecord.TABLE.name();
  private static final String RECORD = BrgCustomerRecord.CUSTOMER_RECORD_ID.name();

  @Override
  public String name() {
    return "load-customer-bridge";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(CnfCustomer.TABLE.name(), MemberChanges.TABLE)
        .andCurrent(CnfCustomer.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.upsert(BRIDGE);
  }

  @Override
  public Changes build(Inputs in) {
    MemberChanges members = new MemberChanges("customer");
    Dataset<Row> records =
        in.changedRows(CnfCustomer.TABLE.name())
            .select(RECORD, "source", "source_customer_id")
            .unionByName(
                members
                    .described(in)
                    .select(col("member_id").as(RECORD), col("source"), col("source_customer_id")))
            .distinct();
    Dataset<Row> gone =
        TouchedKeys.without(
            members.gone(in).select(col("member_id").as(RECORD)),
            in.current(CnfCustomer.TABLE.name()).select(RECORD));
    Map<String, org.apache.spark.sql.Column> columns =
        Map.of(
            "customer_id", CustomerRecords.customerId(col(RECORD)),
            "linked_by", lit(CustomerRecords.OWN_RECORD),
            "first_seen_at", lit(null));
    return Changes.none()
        .and(BRIDGE, records.select(Columns.of(BrgCustomerRecord.TABLE, columns)), gone);
  }
}
