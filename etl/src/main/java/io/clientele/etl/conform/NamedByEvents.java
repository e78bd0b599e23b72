package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.etl.source.StagingShapes;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.conformed.CnfServiceCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers and years that something else than sales lines names, so that the dimensions hold them.
 *
 * @param table conformed or staged table
 * @param record customer record that a row names; empty = rows name no customer
 * @param years years of the days that facts refer to, of a row
 */
record NamedByEvents(String table, Optional<Column> record, Column years) {
  private static final Map<String, Column> YEARS_OF_STAGED =
      Map.of(
          "consent", yearsOf("recorded_on"),
          "campaign_contact", yearsOf("contacted_on"),
          "campaign_response", yearsOf("responded_on"),
          "opportunity_stage", yearsOf("entered_on"),
          "stock", yearsOf("counted_on"),
          "subscription", sequence(year(SubscriptionSpan.from()), year(SubscriptionSpan.until())));

  /** Everything that names members, conformed or as the sources deliver it. */
  static List<NamedByEvents> of(List<SourceDeclaration> sources) {
    Optional<Column> conformed = Optional.of(col("customer_record_id"));
    List<NamedByEvents> all = new ArrayList<>();
    all.add(
        new NamedByEvents(
            CnfPayment.TABLE.name(), conformed, yearsOf("billed_on", "due_on", "paid_on")));
    all.add(
        new NamedByEvents(
            CnfServiceCase.TABLE.name(), conformed, yearsOf("opened_on", "closed_on")));
    for (SourceDeclaration source : sources) {
      for (EntityDeclaration entity : source.entities()) {
        Optional.ofNullable(YEARS_OF_STAGED.get(entity.canonical()))
            .ifPresent(years -> all.add(staged(entity, years)));
      }
    }
    return all;
  }

  private static NamedByEvents staged(EntityDeclaration entity, Column years) {
    String number = "source_customer_id";
    Optional<Column> record =
        StagingShapes.of(entity.canonical())
            .find(number)
            .map(field -> CustomerRecords.recordId(entity.source(), col(number)));
    return new NamedByEvents(entity.stagingTable(), record, years);
  }

  private static Column yearsOf(String... days) {
    return array(Arrays.stream(days).map(day -> year(col(day))).toArray(Column[]::new));
  }

  /** What the lines add to and take from the members, and what tonight's events do. */
  static Dataset<Row> added(Dataset<Row> byLines, Inputs in, List<NamedByEvents> named) {
    List<NamedByEvents> changed =
        named.stream().filter(events -> !in.isUnchanged(events.table)).toList();
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
    Column members = transform(years, each -> member("year", each.cast("string"), none, none));
    Column customers =
        record
            .map(id -> array(member("customer", id, col("source"), col("source_customer_id"))))
            .map(customer -> concat(customer, members))
            .orElse(members);
    Dataset<Row> signed = MemberRole.signed(changes);
    boolean isStaged = Arrays.asList(signed.columns()).contains("is_rejected");
    return (isStaged ? signed.where(col("is_rejected").equalTo(false)) : signed)
        .select(
            explode(customers).as("member"), col("sign"), col("known_at"), col("known_at_basis"))
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
