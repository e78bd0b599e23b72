package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.conformed.CnfSalesLine;
import io.clientele.warehouse.conformed.CnfSalesLineMember;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Members of dimensions as sales lines and payments name them: how many do, and what the newest
 * line that prints anything prints ({@code ordered_at}, ties by {@code sales_line_id}). Advanced by
 * the change set; history is asked only for members whose printing line was itself changed or
 * removed.
 */
public final class CollectLineMembers implements ChangeDriven {
  private static final String LINES = CnfSalesLine.TABLE.name();
  private static final String MEMBERS = CnfSalesLineMember.TABLE.name();

  private final List<MemberRole> printing;
  private final List<NamedByEvents> events;

  public CollectLineMembers(List<SourceDeclaration> sources) {
    this.printing = List.of(MemberRole.customers(sources), MemberRole.products(sources));
    this.events = NamedByEvents.of(sources);
  }

  @Override
  public String name() {
    return "collect-line-members";
  }

  @Override
  public Reads reads() {
    Reads reads = Reads.changesOf(LINES);
    for (NamedByEvents named : events) {
      reads = reads.andChangesOf(named.table());
    }
    return reads.andCurrent(MEMBERS, LINES);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(MEMBERS);
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> moved = MemberRole.plain(in.changes(LINES));
    for (MemberRole role : printing) {
      moved = moved.unionByName(role.moved(in.changes(LINES)));
    }
    Dataset<Row> named = in.once(NamedByEvents.added(moved, in, events));
    Dataset<Row> merged = in.once(merged(in.current(MEMBERS), named));
    Dataset<Row> printed =
        merged
            .where(col("line_count").gt(0))
            .join(recalled(in, merged), new String[] {"role", "member_id"}, "left")
            .withColumn("printed", when(isLost(), col("recalled")).otherwise(printed()));
    return Changes.none()
        .and(
            MEMBERS,
            printed.select(shape()),
            merged.where(col("line_count").leq(0)).select("role", "member_id"));
  }

  /** Touched members: what is stored beside what tonight adds and takes away. */
  private static Dataset<Row> merged(Dataset<Row> stored, Dataset<Row> moved) {
    Dataset<Row> before =
        TouchedKeys.narrow(stored, moved.select("role", "member_id"))
            .select(
                col("role"),
                col("member_id"),
                col("line_count").as("stored_count"),
                MemberRole.stored().as("stored"),
                col("known_at").as("stored_known_at"),
                col("known_at_basis").as("stored_known_at_basis"));
    return moved
        .join(before, new String[] {"role", "member_id"}, "left")
        .withColumn("line_count", coalesce(col("stored_count"), lit(0)).plus(col("lines_added")));
  }

  private static Column isLost() {
    Column isGone =
        col("stored.printed_by").isNotNull().and(col("lost").equalTo(pointer("stored")));
    Column isSurpassed = col("newest").isNotNull().and(pointer("newest").geq(pointer("stored")));
    return col("line_count")
        .gt(0)
        .and(coalesce(isGone, lit(false)))
        .and(coalesce(isSurpassed, lit(false)).equalTo(false));
  }

  private static Column printed() {
    Column storedIsNewer =
        col("stored.printed_at")
            .isNotNull()
            .and(col("newest").isNull().or(pointer("newest").lt(pointer("stored"))));
    return when(storedIsNewer, col("stored")).otherwise(col("newest"));
  }

  /** What history prints of the members whose printing line is no more. */
  private Dataset<Row> recalled(Inputs in, Dataset<Row> merged) {
    Dataset<Row> lost = broadcast(merged.where(isLost()).select("role", "member_id"));
    Column[] named = printing.stream().map(MemberRole::named).toArray(Column[]::new);
    return in.current(LINES)
        .select(explode(array(named)).as("member"))
        .select("member.role", "member.member_id", "member.recalled")
        .where(col("recalled").isNotNull())
        .join(lost, new String[] {"role", "member_id"}, "left_semi")
        .groupBy("role", "member_id")
        .agg(max("recalled").as("recalled"));
  }

  private static Column pointer(String side) {
    return struct(col(side + ".printed_at"), col(side + ".printed_by"));
  }

  private static Column[] shape() {
    Column isStored = col("stored_known_at").leq(col("known_at"));
    Map<String, Column> expressions =
        Map.of(
            "printed_name", col("printed.printed_name"),
            "printed_category", col("printed.printed_category"),
            "printed_region", col("printed.printed_region"),
            "printed_country", col("printed.printed_country"),
            "printed_at", col("printed.printed_at"),
            "printed_by", col("printed.printed_by"),
            "known_at", when(isStored, col("stored_known_at")).otherwise(col("known_at")),
            "known_at_basis",
                when(isStored, col("stored_known_at_basis")).otherwise(col("known_at_basis")));
    return Columns.of(CnfSalesLineMember.TABLE, expressions);
  }
}
