package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.staging.StgSalesLine;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What reconciliation and quarantine ask of a staged row. */
final class Reconciled {
  private Reconciled() {}

  /** Whether the declared filter left the row out. */
  static Column isFiltered() {
    return hasReason(StagedRows.FILTERED);
  }

  private static Column hasReason(String reason) {
    return coalesce(array_contains(col(Lineage.REJECT_REASONS.name()), reason), lit(false));
  }

  /** Whether the row was refused and belongs into the quarantine. */
  static Column isQuarantined() {
    return col(Lineage.IS_REJECTED.name()).and(not(isFiltered()));
  }

  /** Where the row went: staged, filtered or quarantined. */
  static Column outcome() {
    return when(not(col(Lineage.IS_REJECTED.name())), "staged")
        .when(isFiltered(), StagedRows.FILTERED)
        .otherwise("quarantined");
  }

  static boolean hasMoney(EntityDeclaration entity) {
    return entity.canonical().equals("sales_line");
  }

  /** Money in the row; null where quantity, price or discount cannot be read, or there is none. */
  static Column amount(EntityDeclaration entity) {
    Column none = lit(null).cast(FieldType.MONEY.sql());
    if (!hasMoney(entity)) {
      return none;
    }
    Column discount = col(StgSalesLine.DISCOUNT_AMOUNT.name());
    Column isDiscountUnread =
        hasReason("not_a_number(discount_amount)").or(hasReason("out_of_range(discount_amount)"));
    Column amount =
        functions
            .try_subtract(
                functions.try_multiply(
                    col(StgSalesLine.QUANTITY.name()), col(StgSalesLine.UNIT_PRICE.name())),
                coalesce(discount, lit(0)))
            .try_cast(FieldType.MONEY.sql());
    return when(not(isDiscountUnread), amount);
  }
}
