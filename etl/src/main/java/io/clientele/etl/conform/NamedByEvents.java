package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.conformed.CnfServiceCase;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers and years that something else than sales lines names, so that the dimensions hold them.
 *
 * @param table conformed table with {@code customer_record_id} and {@code source_customer_id}
 * @param days its columns of days that facts refer to
 */
record NamedByEvents(String table, List<String> days) {
  static final List<NamedByEvents> ALL =
      List.of(
          new NamedByEvents(CnfPayment.TABLE.name(), List.of("billed_on", "due_on", "paid_on")),
          new NamedByEvents(CnfServiceCase.TABLE.name(), List.of("opened_on", "closed_on")));

  /** What the lines add to and take from the members, and what tonight's events do. */
  static Dataset<Row> added(Dataset<Row> byLines, Inputs in) {
    List<NamedByEvents> changed =
        ALL.stream().filter(events -> !in.isUnchanged(events.table)).toList();
    if (changed.isEmpty()) {
      return byLines;
    }
    Dataset<Row> all = byLines;
    for (NamedByEvents events : changed) {
      all = all.unionByName(MemberRole.counted(events.named(in.changes(events.table))));
    }
    Column known =
        min(when(col("known_at").isNotNull(), struct(col("known_at"), col("known_at_basis"))));
    return all.groupBy("role", "member_id", "source", "source_customer_id")
        .agg(
            sum("lines_added").as("lines_added"),
            max("newest").as("newest"),
            max("lost").as("lost"),
            known.as("known"))
        .withColumn("known_at", col("known.known_at"))
        .withColumn("known_at_basis", col("known.known_at_basis"))
        .drop("known");
  }

  private Dataset<Row> named(Dataset<Row> changes) {
    Column none = lit(null).cast("string");
    List<Column> members = new ArrayList<>();
    members.add(
        member("customer", col("customer_record_id"), col("source"), col("source_customer_id")));
    days.forEach(day -> members.add(member("year", year(col(day)).cast("string"), none, none)));
    return MemberRole.signed(changes)
        .select(
            explode(array(members.toArray(Column[]::new))).as("member"),
            col("sign"),
            col("known_at"),
            col("known_at_basis"))
        .where(col("member.member_id").isNotNull())
        .select("member.*", "sign", "known_at", "known_at_basis");
  }

  private static Column member(String role, Column id, Column source, Column number) {
    return struct(
        lit(role).as("role"),
        id.as("member_id"),
        source.as("source"),
        number.as("source_customer_id"));
  }
}
