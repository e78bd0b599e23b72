package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** The days that an event of a contract names; no term is believed to last more than ten years. */
public final class SubscriptionSpan {
  private static final int LONGEST_TERM_YEARS = 10;
  private static final int MONTHS_A_YEAR = 12;

  private SubscriptionSpan() {}

  /** First local day that an event names. */
  public static Column from() {
    return least(col("started_on"), col("event_on"));
  }

  /** Last local day that an event names. */
  public static Column until() {
    Column isOpen = col("term_ends_on").isNull().and(col("ended_on").isNull());
    Column last =
        greatest(
            col("event_on"),
            col("term_ends_on"),
            col("ended_on"),
            when(isOpen, add_months(col("event_on"), MONTHS_A_YEAR)));
    return least(last, add_months(col("event_on"), LONGEST_TERM_YEARS * MONTHS_A_YEAR));
  }
}
