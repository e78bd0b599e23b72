package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Through which channel it was bought. */
public final class DimChannel {
  public static final Field CHANNEL_KEY =
      Field.surrogateKey("channel_key", "Hash of the channel; -1 = unknown");
  public static final Field CHANNEL_ID =
      Field.attribute("channel_id", FieldType.STRING, "Channel code").required();
  public static final Field CHANNEL_NAME =
      Field.attribute("channel_name", FieldType.STRING, "Readable name").required();

  public static final TableSpec TABLE =
      TableSpec.table("dim_channel")
          .grain("one row per sales channel")
          .fields(CHANNEL_KEY, CHANNEL_ID, CHANNEL_NAME)
          .key(CHANNEL_KEY)
          .build();

  private DimChannel() {}
}
