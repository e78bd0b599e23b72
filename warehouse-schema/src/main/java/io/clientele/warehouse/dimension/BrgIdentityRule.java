package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** The settings under which the identities were matched; another setting matches all anew. */
public final class BrgIdentityRule {
  public static final Field SETTING =
      Field.durableKey("setting", FieldType.STRING, "Rule, limit, or the steward's file");
  public static final Field SETTING_VALUE =
      Field.attribute(
              "setting_value", FieldType.STRING, "on or off, the limit, or the file's fingerprint")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("brg_identity_rule")
          .grain("one row per setting of the matching of identities")
          .fields(SETTING, SETTING_VALUE)
          .key(SETTING)
          .sortedBy(SETTING)
          .build();

  private BrgIdentityRule() {}
}
