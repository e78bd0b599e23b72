package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Payments as a source delivers them, each time something happens to one. */
public final class StgPayment {
  public static final Field PAYMENT_ID =
      Field.attribute("payment_id", FieldType.STRING, "Payment number in the source").required();
  public static final Field ORDER_ID =
      Field.attribute("order_id", FieldType.STRING, "Order that is paid, in the source");
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute(
              "source_customer_id",
              FieldType.STRING,
              "Customer number in the source; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field PAYMENT_METHOD =
      Field.attribute("payment_method", FieldType.STRING, "How it is paid, in the source's words");
  public static final Field PAYMENT_STATUS =
      Field.attribute("payment_status", FieldType.STRING, "Where it stands, in the source's words");
  public static final Field AMOUNT =
      Field.attribute(
              "amount",
              FieldType.MONEY,
              "Amount asked for in the currency of the source; negative = paid back")
          .required();
  public static final Field BILLED_ON =
      Field.attribute("billed_on", FieldType.DATE, "Local day on which it was asked for")
          .required();
  public static final Field DUE_ON =
      Field.attribute("due_on", FieldType.DATE, "Local day until which it is to be paid");
  public static final Field PAID_ON =
      Field.attribute("paid_on", FieldType.DATE, "Local day on which it came; empty = it has not");

  public static final TableSpec TABLE =
      TableSpec.table("stg_payment")
          .grain("one row per delivered state of a payment")
          .fields(
              PAYMENT_ID,
              ORDER_ID,
              SOURCE_CUSTOMER_ID,
              PAYMENT_METHOD,
              PAYMENT_STATUS,
              AMOUNT,
              BILLED_ON,
              DUE_ON,
              PAID_ON)
          .fields(Lineage.staging())
          .build();

  private StgPayment() {}
}
