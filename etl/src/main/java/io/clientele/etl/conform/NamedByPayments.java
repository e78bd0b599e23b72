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

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers and years that payments name, so that the dimensions hold them. */
final class NamedByPayments {
  private NamedByPayments() {}

  /** What the lines add to and take from the members, and what the payments do. */
  static Dataset<Row> added(Dataset<Row> byLines, Dataset<Row> paymentChanges) {
    Dataset<Row> both = byLines.unionByName(MemberRole.counted(named(paymentChanges)));
    Column known =
        min(when(col("known_at").isNotNull(), struct(col("known_at"), col("known_at_basis"))));
    return both.groupBy("role", "member_id", "source", "source_customer_id")
        .agg(
            sum("lines_added").as("lines_added"),
            max("newest").as("newest"),
            max("lost").as("lost"),
            known.as("known"))
        .selectExpr(
            "role",
            "member_id",
            "source",
            "source_customer_id",
            "lines_added",
            "newest",
            "lost",
            "known.known_at",
            "known.known_at_basis");
  }

  private static Dataset<Row> named(Dataset<Row> changes) {
    Column none = lit(null).cast("string");
    Column member =
        explode(
            array(
                member(
                    "customer",
                    col("customer_record_id"),
                    col("source"),
                    col("source_customer_id")),
                member("year", yearOf("billed_on"), none, none),
                member("year", yearOf("due_on"), none, none),
                member("year", yearOf("paid_on"), none, none)));
    return MemberRole.signed(changes)
        .select(member.as("member"), col("sign"), col("known_at"), col("known_at_basis"))
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

  private static Column yearOf(String day) {
    return year(col(day)).cast("string");
  }
}
