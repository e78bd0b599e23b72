package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import org.apache.spark.sql.Column;

/** How customer records and customers are identified. */
public final class CustomerRecords {
  /** Why a record that no rule has linked yet is a customer of its own. */
  public static final String OWN_RECORD = "own record";

  private CustomerRecords() {}

  /**
   * Identity of a customer in a source: first 32 hexadecimal characters of SHA-256 over {@code
   * source|source_customer_id}; empty when the number is.
   */
  public static Column recordId(String source, Column sourceCustomerId) {
    return recordId(lit(source), sourceCustomerId);
  }

  /** As {@link #recordId(String, Column)}, with the source of each row. */
  public static Column recordId(Column source, Column sourceCustomerId) {
    return substring(sha2(concat(source, lit("|"), sourceCustomerId), 256), 1, 32);
  }

  /** Durable id of a customer that has one record. */
  public static Column customerId(Column recordId) {
    return concat(lit("C"), substring(recordId, 1, 16));
  }
}
