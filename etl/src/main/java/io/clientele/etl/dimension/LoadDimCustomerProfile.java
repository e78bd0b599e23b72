package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.dimension.DimCustomerProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What survives of a customer's records.
 *
 * <p>Each group of fields comes from the record that said something about it last. The address is
 * one group, so that a street is never shown with the town of another record; one with street and
 * postcode beats a newer one without. A country or region that the address lacks is taken from a
 * record with the same postcode. Contact is allowed if a record allows and none refuses it.
 */
public final class LoadDimCustomerProfile implements ChangeDriven {
  private static final String PROFILE = DimCustomerProfile.TABLE.name();
  private static final String VERSIONS = DimCustomer.TABLE.name();
  private static final String BRIDGE = BrgCustomerRecord.TABLE.name();
  private static final String CUSTOMER = DimCustomerProfile.CUSTOMER_ID.name();
  private static final String RECORD = BrgCustomerRecord.CUSTOMER_RECORD_ID.name();
  private static final List<String> ALONE =
      List.of("full_name", "email", "phone", "loyalty_card", "birth_date");

  @Override
  public String name() {
    return "load-dim-customer-profile";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(VERSIONS, BRIDGE).andCurrent(VERSIONS, BRIDGE, PROFILE);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(PROFILE);
  }

  @Override
  public Changes build(Inputs in) {
    if (in.isUnchanged(VERSIONS) && in.isUnchanged(BRIDGE)) {
      return Changes.none();
    }
    Dataset<Row> touched =
        in.once(
            TouchedKeys.sides(in.changes(VERSIONS), col(CUSTOMER))
                .union(TouchedKeys.sides(in.changes(BRIDGE), col(CUSTOMER)))
                .distinct());
    Dataset<Row> seen =
        TouchedKeys.narrow(in.current(BRIDGE).select(CUSTOMER, RECORD, "first_seen_at"), touched)
            .drop(CUSTOMER);
    Dataset<Row> versions =
        in.current(VERSIONS)
            .where(col("is_current").and(col("customer_key").notEqual(SurrogateKeys.UNKNOWN)));
    Dataset<Row> profiles =
        in.once(profiles(TouchedKeys.narrow(versions, touched).join(seen, RECORD)));
    Dataset<Row> gone =
        TouchedKeys.without(
            TouchedKeys.exactly(in.current(PROFILE).select(CUSTOMER), touched),
            profiles.select(CUSTOMER));
    return Changes.none().and(PROFILE, profiles, gone);
  }

  private static Dataset<Row> profiles(Dataset<Row> records) {
    List<Column> fields = new ArrayList<>();
    fields.add(count(lit(1)).cast("int").as("record_count"));
    Column number = concat(col("source"), lit(":"), col("source_customer_id"));
    fields.add(array_join(array_sort(collect_list(number)), " ").as("source_customer_ids"));
    ALONE.forEach(name -> fields.add(newest(name)));
    fields.add(collect_list(when(hasAddress(), address())).as("addresses"));
    fields.add(min("registered_on").as("registered_on"));
    fields.add(min("is_marketing_allowed").as("is_marketing_allowed"));
    Column isFirst = col("valid_from").equalTo(lit(SurrogateKeys.FIRST));
    return records
        .withColumn("said_at", when(isFirst, col("first_seen_at")).otherwise(col("valid_from")))
        .groupBy(CUSTOMER)
        .agg(fields.get(0), fields.subList(1, fields.size()).toArray(Column[]::new))
        .withColumn("address", array_max(col("addresses")))
        .select(
            Columns.of(
                DimCustomerProfile.TABLE,
                Map.of(
                    "street", col("address.street"),
                    "postcode", col("address.postcode"),
                    "city", col("address.city"),
                    "region", ofSamePlace("region"),
                    "country", ofSamePlace("country"))));
  }

  private static Column newest(String name) {
    Column when = when(col(name).isNotNull(), struct(col("said_at"), col(RECORD)));
    return max_by(col(name), when).as(name);
  }

  private static Column hasAddress() {
    return coalesce(col("street"), col("postcode"), col("city"), col("region"), col("country"))
        .isNotNull();
  }

  /** Ordered by how complete and how new it is. */
  private static Column address() {
    return struct(
        col("street").isNotNull().and(col("postcode").isNotNull()).as("is_complete"),
        coalesce(col("postcode"), col("city")).isNotNull().as("has_place"),
        col("said_at"),
        col(RECORD),
        col("street"),
        col("postcode"),
        col("city"),
        col("region"),
        col("country"));
  }

  private static Column ofSamePlace(String part) {
    Column postcode = col("address.postcode");
    Column others =
        filter(
            col("addresses"),
            other ->
                other.getField("postcode").equalTo(postcode).and(other.getField(part).isNotNull()));
    return coalesce(col("address." + part), array_max(others).getField(part));
  }
}
