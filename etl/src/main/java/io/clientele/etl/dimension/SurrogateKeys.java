package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.Instant;
import org.apache.spark.sql.Column;

/**
 * Surrogate keys as a reproducible function of what they stand for: the same history gives the same
 * keys, and the first version of a member has its key before anything else is known of it.
 */
public final class SurrogateKeys {
  /** Key of the member for what is not known: anonymous sales. */
  public static final long UNKNOWN = -1;

  /** Key of the member for what does not apply: sales outside a store. */
  public static final long NOT_APPLICABLE = -2;

  /** Start of every first version. */
  public static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  /** End of every open version. */
  public static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

  private SurrogateKeys() {}

  public static Column version(Column id, Column validFrom) {
    return xxhash64(id, unix_micros(validFrom));
  }

  public static Column firstVersion(Column id) {
    return version(id, lit(FIRST));
  }

  /** Key of a member without versions. */
  public static Column member(Column id) {
    return xxhash64(id);
  }

  public static Column memberOr(Column id, long special) {
    return when(id.isNull(), lit(special)).otherwise(member(id));
  }
}
