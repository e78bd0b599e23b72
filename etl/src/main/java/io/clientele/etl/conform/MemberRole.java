package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.clientele.etl.source.SourceDeclaration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A dimension whose members sales lines print something about.
 *
 * @param name role of the member
 * @param idColumn column of the sales line that names the member
 * @param prints printed column of the member to the column of the line it comes from; only those
 *     that some source delivers
 */
record MemberRole(String name, String idColumn, Map<String, String> prints) {
  private static final List<String> PRINTED =
      List.of("printed_name", "printed_category", "printed_region", "printed_country");

  static MemberRole customers(List<SourceDeclaration> sources) {
    Map<String, String> prints =
        Map.of(
            "printed_name", "customer_name",
            "printed_region", "customer_region",
            "printed_country", "customer_country");
    return new MemberRole("customer", "customer_record_id", delivered(prints, sources));
  }

  static MemberRole products(List<SourceDeclaration> sources) {
    Map<String, String> prints =
        Map.of("printed_name", "product_name", "printed_category", "product_category");
    return new MemberRole("product", "product_id", delivered(prints, sources));
  }

  private static Map<String, String> delivered(
      Map<String, String> prints, List<SourceDeclaration> sources) {
    return prints.entrySet().stream()
        .filter(
            entry ->
                EntitiesOf.canonical("sales_line", sources).stream()
                    .anyMatch(entity -> entity.fields().containsKey(entry.getValue())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What a change set adds to and takes from each member. */
  Dataset<Row> moved(Dataset<Row> changes) {
    Dataset<Row> lines = signed(changes).where(col(idColumn).isNotNull());
    boolean isCustomer = name.equals("customer");
    Column none = lit(null).cast("string");
    Column printed = when(printsAnything(), printedOf());
    Dataset<Row> rows =
        lines.select(
            lit(name).as("role"),
            col(idColumn).as("member_id"),
            (isCustomer ? col("source") : none).as("source"),
            (isCustomer ? col("source_customer_id") : none).as("source_customer_id"),
            col("sign"),
            when(col("sign").gt(0), printed).as("added"),
            when(col("sign").lt(0), printed).as("removed"),
            col("known_at"),
            col("known_at_basis"));
    return totals(rows);
  }

  private Dataset<Row> totals(Dataset<Row> rows) {
    Column added = prints.isEmpty() ? min(nothing()) : max("added");
    Column lost =
        prints.isEmpty()
            ? min(lit(null).cast("struct<printed_at:timestamp,printed_by:string>"))
            : max(
                when(
                    col("removed").isNotNull(),
                    struct(col("removed.printed_at"), col("removed.printed_by"))));
    return rows.groupBy("role", "member_id", "source", "source_customer_id")
        .agg(
            sum("sign").as("lines_added"),
            added.as("newest"),
            lost.as("lost"),
            min(when(col("sign").gt(0).and(isArrival()), col("known_at"))).as("arrived_at"),
            min(when(col("sign").gt(0).and(isArrival().equalTo(false)), col("known_at")))
                .as("dated_at"))
        .select(shape());
  }

  private static Column[] shape() {
    Column isDated =
        col("dated_at")
            .isNotNull()
            .and(col("arrived_at").isNull().or(col("dated_at").leq(col("arrived_at"))));
    return new Column[] {
      col("role"),
      col("member_id"),
      col("source"),
      col("source_customer_id"),
      col("lines_added"),
      col("newest"),
      col("lost"),
      when(isDated, col("dated_at")).otherwise(col("arrived_at")).as("known_at"),
      when(isDated, lit("business_date"))
          .when(col("arrived_at").isNotNull(), lit("arrival"))
          .as("known_at_basis")
    };
  }

  private static Column isArrival() {
    return coalesce(col("known_at_basis"), lit("arrival")).equalTo("arrival");
  }

  /** What a line prints about its member: role, member_id and the print, if any. */
  Column named() {
    return struct(
        lit(name).as("role"),
        col(idColumn).as("member_id"),
        when(printsAnything(), printedOf()).as("recalled"));
  }

  /** Stores, channels and years: named, never described. */
  static Dataset<Row> plain(Dataset<Row> changes) {
    Column member =
        explode(
            array(
                member("store", col("store_id")),
                member("channel", col("channel_id")),
                member("year", col("order_year"))));
    Dataset<Row> groups =
        signed(changes)
            .groupBy(
                col("store_id"),
                col("channel_id"),
                year(col("order_date")).cast("string").as("order_year"),
                col("known_at_basis"))
            .agg(
                sum("sign").as("sign"),
                min(when(col("sign").gt(0), col("known_at"))).as("known_at"));
    Dataset<Row> rows =
        groups
            .select(member.as("member"), col("sign"), col("known_at"), col("known_at_basis"))
            .where(col("member.member_id").isNotNull())
            .select(
                col("member.role"),
                col("member.member_id"),
                lit(null).cast("string").as("source"),
                lit(null).cast("string").as("source_customer_id"),
                col("sign"),
                col("known_at"),
                col("known_at_basis"));
    return counted(rows);
  }

  private static Column member(String role, Column id) {
    return struct(lit(role).as("role"), id.as("member_id"));
  }

  /** Rows with a member each, named but not described, as totals of the members. */
  static Dataset<Row> counted(Dataset<Row> named) {
    return new MemberRole("plain", "", Map.of()).totals(named);
  }

  /** Both sides of a change set, with 1 for what is there now and -1 for what was. */
  static Dataset<Row> signed(Dataset<Row> changes) {
    return changes
        .where(col("after").isNotNull())
        .select(col("after.*"), lit(1L).as("sign"))
        .unionByName(
            changes.where(col("before").isNotNull()).select(col("before.*"), lit(-1L).as("sign")));
  }

  /** A product is described by a line that prints its name, where any source prints names. */
  private Column printsAnything() {
    boolean byName = name.equals("product") && prints.containsKey("printed_name");
    return (byName ? Stream.of(prints.get("printed_name")) : prints.values().stream())
        .map(column -> col(column).isNotNull().and(col(column).notEqual("")))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private Column printedOf() {
    Column[] parts =
        Stream.concat(
                Stream.of(
                    col("ordered_at").as("printed_at"), col("sales_line_id").as("printed_by")),
                PRINTED.stream().map(this::print))
            .toArray(Column[]::new);
    return struct(parts);
  }

  private Column print(String printed) {
    Column value = prints.containsKey(printed) ? col(prints.get(printed)) : lit(null);
    return value.cast("string").as(printed);
  }

  /** The stored print in the shape of {@link #printedOf}. */
  static Column stored() {
    return struct(
        Stream.concat(Stream.of("printed_at", "printed_by"), PRINTED.stream())
            .map(functions::col)
            .toArray(Column[]::new));
  }

  private static Column nothing() {
    return lit(null)
        .cast(
            "struct<printed_at:timestamp,printed_by:string,printed_name:string,"
                + "printed_category:string,printed_region:string,printed_country:string>");
  }
}
