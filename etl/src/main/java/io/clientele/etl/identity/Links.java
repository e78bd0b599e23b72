package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.clientele.etl.conform.TouchedKeys;
import io.clientele.warehouse.dimension.BrgCustomerLink;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Links between records: pairs that share an identifier and otherwise agree. */
final class Links {
  static final String RECORD = BrgCustomerLink.CUSTOMER_RECORD_ID.name();
  static final String OTHER = BrgCustomerLink.OTHER_RECORD_ID.name();
  static final String RULE = BrgCustomerLink.RULE.name();
  static final String VALUE = BrgCustomerLink.MATCHED_VALUE.name();

  private Links() {}

  /**
   * Rows of brg_customer_link.
   *
   * @param persons see {@link Persons#of}: at least all records that have one of the identifiers
   * @param identifiers rule and value; only links by these are made; empty = by all
   * @param sharedByAtMost a value that more records have links none of them
   */
  static Dataset<Row> of(
      Dataset<Row> persons, Optional<Dataset<Row>> identifiers, int sharedByAtMost) {
    Dataset<Row> all =
        persons
            .select(
                struct(col(RECORD), col(Persons.KNOWN)).as("sharer"),
                explode(col("identifiers")).as("identifier"))
            .select("sharer", "identifier.rule", "identifier.value");
    Dataset<Row> sharers =
        identifiers
            .map(touched -> TouchedKeys.exactly(all, touched))
            .orElse(all)
            .withColumn("sharers", count(lit(1)).over(Window.partitionBy("rule", "value")))
            .where(col("sharers").between(2, sharedByAtMost));
    Dataset<Row> pairs =
        sharers
            .groupBy("rule", "value")
            .agg(collect_list("sharer").as("sharers"))
            .withColumn("left", explode(col("sharers")))
            .withColumn("right", explode(col("sharers")));
    Column isPair = col("left." + RECORD).lt(col("right." + RECORD));
    Column isSame =
        IdentityRule.isSamePerson(
            col("rule"), col("left." + Persons.KNOWN), col("right." + Persons.KNOWN));
    return pairs
        .where(isPair)
        .where(isSame)
        .select(
            col("left." + RECORD).as(RECORD),
            col("right." + RECORD).as(OTHER),
            col("rule").as(RULE),
            col("value").as(VALUE));
  }

  /** Each link from both of its records: record, other record, rule. */
  static Dataset<Row> bothWays(Dataset<Row> links) {
    return links
        .select(RECORD, OTHER, RULE)
        .union(links.select(col(OTHER).as(RECORD), col(RECORD).as(OTHER), col(RULE)));
  }

  /** Whether the row keeps two records apart instead of linking them. */
  static Column keepsApart() {
    return col(RULE).equalTo(IdentityRule.NEVER);
  }

  /** Whether a steward said so. */
  static Column isSaid() {
    return col(RULE).isin(IdentityRule.ALWAYS, IdentityRule.NEVER);
  }
}
