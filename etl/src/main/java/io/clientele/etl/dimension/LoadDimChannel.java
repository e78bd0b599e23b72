package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.Columns;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimChannel;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Channels as sales lines name them, and the member for an unknown one. */
public final class LoadDimChannel implements ChangeDriven {
  private static final String CHANNEL = DimChannel.TABLE.name();

  @Override
  public String name() {
    return "load-dim-channel";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(MemberChanges.TABLE);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(CHANNEL);
  }

  @Override
  public Changes build(Inputs in) {
    MemberChanges members = new MemberChanges("channel");
    Column key = SurrogateKeys.member(col("member_id"));
    Dataset<Row> named = members.described(in).select(row(key, col("member_id"), col("member_id")));
    Dataset<Row> unknown =
        in.session()
            .range(1)
            .select(row(lit(SurrogateKeys.UNKNOWN), lit("unknown"), lit("Unknown")));
    return Changes.none()
        .and(
            CHANNEL,
            named.unionByName(unknown),
            members.gone(in).select(key.as(DimChannel.CHANNEL_KEY.name())));
  }

  private static Column[] row(Column key, Column id, Column name) {
    return Columns.of(
        DimChannel.TABLE, Map.of("channel_key", key, "channel_id", id, "channel_name", name));
  }
}
