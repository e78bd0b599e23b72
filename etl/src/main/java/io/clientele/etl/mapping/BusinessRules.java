package io.clientele.etl.mapping;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.staging.StgSalesLine;
import io.clientele.warehouse.staging.StgSalesOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * What no row may say, beside values that are none. Only what is surely wrong: zero and negative
 * prices are facts (gifts, adjustments), negative quantities are returns.
 */
final class BusinessRules {
  /** An amount is decimal(18,6): below a million millions. */
  private static final double LARGEST_AMOUNT = 1e12;

  private static final Column EARLIEST = lit("1970-01-01 00:00:00").cast("timestamp");

  private BusinessRules() {}

  static List<Refusal> of(EntityDeclaration entity) {
    List<Refusal> rules = new ArrayList<>();
    if (entity.canonical().equals("sales_line")) {
      rules.add(new Refusal("zero(quantity)", amount(StgSalesLine.QUANTITY.name()).equalTo(0)));
      rules.add(new Refusal("out_of_range(unit_price)", isAmountTooLarge()));
      rules.add(implausible(StgSalesLine.ORDERED_AT.name()));
    }
    if (entity.canonical().equals("sales_order")) {
      rules.add(implausible(StgSalesOrder.ORDERED_AT.name()));
    }
    rules.add(implausible(Lineage.EFFECTIVE_AT.name()));
    return rules;
  }

  private static Column amount(String column) {
    return col(column);
  }

  private static Column isAmountTooLarge() {
    Column quantity = amount(StgSalesLine.QUANTITY.name()).cast("double");
    Column price = amount(StgSalesLine.UNIT_PRICE.name()).cast("double");
    return abs(quantity.multiply(price)).geq(LARGEST_AMOUNT / 2);
  }

  /** Before 1970, or more than a day after the delivery arrived. */
  private static Refusal implausible(String column) {
    Column latest =
        timestamp_micros(col(DelimitedSource.ARRIVED_MICROS).plus(functions.lit(86_400_000_000L)));
    return new Refusal(
        "out_of_range(" + column + ")", col(column).lt(EARLIEST).or(col(column).gt(latest)));
  }
}
