package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Payments of all sources in one shape and one currency, each as its newest delivery has it. */
public final class CnfPayment {
  public static final Field PAYMENT_RECORD_ID =
      Field.durableKey("payment_record_id", FieldType.STRING, "Hash of source and payment number");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field PAYMENT_ID =
      Field.attribute("payment_id", FieldType.STRING, "Payment number in the source").required();
  public static final Field ORDER_ID =
      Field.attribute("order_id", FieldType.STRING, "Order that is paid, in the source");
  public static final Field CUSTOMER_RECORD_ID =
      Field.attribute(
              "customer_record_id",
              FieldType.STRING,
              "Hash of source and source customer id; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .personal(PersonalData.PSEUDONYM);
  public static final Field PAYMENT_METHOD =
      Field.attribute("payment_method", FieldType.STRING, "How it is paid, in the source's words");
  public static final Field PAYMENT_STATUS =
      Field.attribute("payment_status", FieldType.STRING, "Where it stands, in the source's words");
  public static final Field BILLED_AT =
      Field.attribute(
              "billed_at",
              FieldType.TIMESTAMP,
              "Start of the local day on which it was asked for, UTC")
          .required();
  public static final Field BILLED_ON =
      Field.attribute("billed_on", FieldType.DATE, "Local day on which it was asked for")
          .required();
  public static final Field DUE_ON =
      Field.attribute("due_on", FieldType.DATE, "Local day until which it is to be paid");
  public static final Field PAID_ON =
      Field.attribute("paid_on", FieldType.DATE, "Local day on which it came; empty = it has not");
  public static final Field AMOUNT =
      Field.measure(
              "amount",
              FieldType.MONEY,
              Additivity.ADDITIVE,
              "Amount asked for in company currency; negative = paid back")
          .required();
  public static final Field CURRENCY_CODE =
      Field.attribute("currency_code", FieldType.STRING, "Company currency, ISO 4217").required();

  public static final TableSpec TABLE =
      TableSpec.table("cnf_payment")
          .grain("one row per payment")
          .fields(
              PAYMENT_RECORD_ID,
              SOURCE,
              PAYMENT_ID,
              ORDER_ID,
              CUSTOMER_RECORD_ID,
              SOURCE_CUSTOMER_ID,
              PAYMENT_METHOD,
              PAYMENT_STATUS,
              BILLED_AT,
              BILLED_ON,
              DUE_ON,
              PAID_ON,
              AMOUNT,
              CURRENCY_CODE,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(PAYMENT_RECORD_ID)
          .sortedBy(BILLED_ON, PAYMENT_ID)
          .build();

  private CnfPayment() {}
}
