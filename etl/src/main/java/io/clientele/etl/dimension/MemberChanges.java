package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.conformed.CnfSalesLineMember;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What changed about the members of one dimension that sales lines name. */
public record MemberChanges(String role) {
  public static final String TABLE = CnfSalesLineMember.TABLE.name();

  /** Members that are new or print something else, as they are now. */
  public Dataset<Row> described(Inputs in) {
    return in.changes(TABLE)
        .where(side("after", "role").equalTo(role).and(isUnlike()))
        .select("after.*");
  }

  /** Members that no line names any more. */
  public Dataset<Row> gone(Inputs in) {
    return in.changes(TABLE)
        .where(side("before", "role").equalTo(role).and(col("after").isNull()))
        .select("before.*");
  }

  private static Column isUnlike() {
    Column isUnlike = col("before").isNull();
    for (String printed :
        new String[] {"printed_name", "printed_category", "printed_region", "printed_country"}) {
      isUnlike =
          isUnlike.or(side("before", printed).eqNullSafe(side("after", printed)).equalTo(false));
    }
    return coalesce(isUnlike, lit(true));
  }

  private static Column side(String side, String column) {
    return col(side + "." + column);
  }
}
