package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Where the staged sales lines of each batch stand now; outcomes without rows are left out. */
public final class CnfSalesLineOutcome {
  public static final Field BATCH_ID =
      Field.durableKey("batch_id", FieldType.STRING, "Landing batch");
  public static final Field OUTCOME =
      Field.durableKey(
              "outcome",
              FieldType.STRING,
              "staged = loaded + repeated + replaced + refused at any time; loaded = rows of the"
                  + " batch in fct_sales")
          .oneOf("loaded", "repeated", "replaced", "refused");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field ENTITY =
      Field.attribute("entity", FieldType.STRING, "Name of the source entity").required();
  public static final Field ROW_COUNT =
      Field.measure("row_count", FieldType.BIGINT, Additivity.ADDITIVE, "Rows with this outcome")
          .required();
  public static final Field AMOUNT =
      Field.measure(
          "amount", FieldType.MONEY, Additivity.ADDITIVE, "Their money where it can be read");
  public static final Field UNREADABLE_AMOUNT_COUNT =
      Field.measure(
              "unreadable_amount_count",
              FieldType.BIGINT,
              Additivity.ADDITIVE,
              "Rows whose amount cannot be read")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("cnf_sales_line_outcome")
          .grain("one row per batch of sales lines and outcome")
          .fields(BATCH_ID, OUTCOME, SOURCE, ENTITY, ROW_COUNT, AMOUNT, UNREADABLE_AMOUNT_COUNT)
          .key(BATCH_ID, OUTCOME)
          .build();

  private CnfSalesLineOutcome() {}
}
