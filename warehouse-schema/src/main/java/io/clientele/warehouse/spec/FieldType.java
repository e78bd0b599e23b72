package io.clientele.warehouse.spec;

/**
 * The type of a column as Spark SQL and Iceberg write it.
 *
 * @param sql the type in Spark SQL, in lower case, for example {@code decimal(18,6)}
 */
public record FieldType(String sql) {
  public static final FieldType STRING = new FieldType("string");
  public static final FieldType BOOLEAN = new FieldType("boolean");
  public static final FieldType INT = new FieldType("int");
  public static final FieldType BIGINT = new FieldType("bigint");
  public static final FieldType DOUBLE = new FieldType("double");
  public static final FieldType DATE = new FieldType("date");

  /** An instant in UTC, microseconds. */
  public static final FieldType TIMESTAMP = new FieldType("timestamp");

  /** Pieces, kilograms, litres: three decimals. */
  public static final FieldType QUANTITY = new FieldType("decimal(18,3)");

  /** Price of one unit: four decimals. */
  public static final FieldType PRICE = new FieldType("decimal(18,4)");

  /** Amounts: six decimals, so that rounding happens for display only. */
  public static final FieldType MONEY = new FieldType("decimal(18,6)");

  public static final FieldType STRINGS = new FieldType("array<string>");

  /** One entry a purchase day, ascending; the mergeable state from which features are read. */
  public static final FieldType PURCHASE_DAYS =
      new FieldType(
          "array<struct<day:date,order_count:int,line_count:int,quantity:decimal(18,3),"
              + "spend_bought:decimal(18,6),spend_returned:decimal(18,6),known_at:timestamp>>");

  public FieldType {
    if (sql == null || sql.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot declare a field type: the SQL type is empty; name one.");
    }
  }
}
