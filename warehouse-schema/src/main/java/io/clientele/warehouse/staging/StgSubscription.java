package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** What happens to a contract: it starts, is renewed, ends. */
public final class StgSubscription {
  public static final Field SUBSCRIPTION_ID =
      Field.attribute("subscription_id", FieldType.STRING, "Contract number in the source")
          .required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field SUBSCRIPTION_EVENT =
      Field.attribute(
              "subscription_event", FieldType.STRING, "What happened, in the words of the source")
          .required();
  public static final Field EVENT_ON =
      Field.attribute("event_on", FieldType.DATE, "Local day on which it happened").required();
  public static final Field STARTED_ON =
      Field.attribute("started_on", FieldType.DATE, "Local day on which the contract began")
          .required();
  public static final Field TERM_ENDS_ON =
      Field.attribute(
          "term_ends_on", FieldType.DATE, "Local day on which the term ends; empty = it has none");
  public static final Field ENDED_ON =
      Field.attribute(
          "ended_on", FieldType.DATE, "Local day on which the contract ended; empty = it goes on");
  public static final Field TARIFF = Field.attribute("tariff", FieldType.STRING, "Tariff");
  public static final Field DATA_GIGABYTES =
      Field.attribute("data_gigabytes", FieldType.INT, "Data a month in gigabytes");
  public static final Field MONTHLY_FEE =
      Field.attribute("monthly_fee", FieldType.MONEY, "Fee a month, in currency_code");
  public static final Field CURRENCY_CODE =
      Field.attribute(
          "currency_code", FieldType.STRING, "ISO 4217; empty = the currency of the source");
  public static final Field DEVICE =
      Field.attribute("device", FieldType.STRING, "Device of the contract");
  public static final Field DEVICE_STORAGE_GIGABYTES =
      Field.attribute(
          "device_storage_gigabytes", FieldType.INT, "Storage of the device in gigabytes");

  public static final TableSpec TABLE =
      TableSpec.table("stg_subscription")
          .grain("one row per delivered event of a contract")
          .fields(
              SUBSCRIPTION_ID,
              SOURCE_CUSTOMER_ID,
              SUBSCRIPTION_EVENT,
              EVENT_ON,
              STARTED_ON,
              TERM_ENDS_ON,
              ENDED_ON,
              TARIFF,
              DATA_GIGABYTES,
              MONTHLY_FEE,
              CURRENCY_CODE,
              DEVICE,
              DEVICE_STORAGE_GIGABYTES)
          .fields(Lineage.staging())
          .build();

  private StgSubscription() {}
}
