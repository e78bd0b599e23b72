package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** What was to be paid, when it was due and when it came: it accumulates until it is paid. */
public final class FctPayment {
  public static final Field CUSTOMER_KEY =
      Field.reference(
          "customer_key",
          FieldType.BIGINT,
          "dim_customer",
          "Customer version valid when it was asked for; -1 = anonymous");
  public static final Field BILLED_DATE_KEY =
      Field.reference(
          "billed_date_key", FieldType.INT, "dim_date", "Local day on which it was asked for");
  public static final Field DUE_DATE_KEY =
      Field.reference(
          "due_date_key", FieldType.INT, "dim_date", "Local day it is due; -1 = not said");
  public static final Field PAID_DATE_KEY =
      Field.reference(
          "paid_date_key", FieldType.INT, "dim_date", "Local day it came; -1 = it has not");
  public static final Field DAYS_LATE =
      Field.measure(
          "days_late",
          FieldType.INT,
          Additivity.NON_ADDITIVE,
          "Days from due to paid, negative = early; empty = not paid or never due");
  public static final Field IS_PAID =
      Field.attribute("is_paid", FieldType.BOOLEAN, "Whether it came").required();
  public static final Field IS_REFUND =
      Field.attribute("is_refund", FieldType.BOOLEAN, "Amount below zero: paid back").required();

  public static final TableSpec TABLE =
      TableSpec.table("fct_payment")
          .grain("one row per payment (accumulating snapshot)")
          .fields(
              CnfPayment.PAYMENT_RECORD_ID,
              CnfPayment.SOURCE,
              CnfPayment.PAYMENT_ID,
              CnfPayment.ORDER_ID,
              CUSTOMER_KEY,
              CnfPayment.CUSTOMER_RECORD_ID,
              BILLED_DATE_KEY,
              DUE_DATE_KEY,
              PAID_DATE_KEY,
              CnfPayment.BILLED_AT,
              CnfPayment.BILLED_ON,
              CnfPayment.DUE_ON,
              CnfPayment.PAID_ON,
              CnfPayment.PAYMENT_METHOD,
              CnfPayment.PAYMENT_STATUS,
              CnfPayment.AMOUNT,
              CnfPayment.CURRENCY_CODE,
              DAYS_LATE,
              IS_PAID,
              IS_REFUND,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(CnfPayment.PAYMENT_RECORD_ID)
          .sortedBy(CnfPayment.BILLED_ON, CnfPayment.PAYMENT_ID)
          .build();

  private FctPayment() {}
}
