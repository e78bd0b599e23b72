package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.struct;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is known of the person behind each customer record, over the record's whole history. */
final class Persons {
  /** Names, birth dates, and those with day and month exchanged. */
  static final String KNOWN = "known";

  private static final String RECORD = "customer_record_id";

  /** A name in plain small letters, so that Müller, MUELLER and Mueller are one. */
  private static final String PLAIN =
      "trim(regexp_replace(translate(replace(replace(replace(replace(lower(full_name),"
          + " 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),"
          + " 'áàâãåāăąćčçďđéèêëēėęěğģíìîïīıķłľļńňñņóòôõøōőŕřśšşșťţțúùûūůűýÿźžż',"
          + " 'aaaaaaaacccddeeeeeeeeggiiiiiiklllnnnnooooooorrsssstttuuuuuuyyzzz'),"
          + " '[^\\\\p{L}]+', ' '))";

  private Persons() {}

  /**
   * One row per record: identifiers as array of rule and value, and {@link #KNOWN}.
   *
   * @param history rows of cnf_customer
   * @param rules what may link
   */
  static Dataset<Row> of(Dataset<Row> history, Set<IdentityRule> rules) {
    return history
        .withColumn("identifiers", identifiers(rules))
        .withColumn("plain", expr("nullif(" + PLAIN + ", '')"))
        .groupBy(RECORD)
        .agg(
            array_distinct(flatten(collect_set("identifiers"))).as("identifiers"),
            collect_set(
                    expr(
                        "case when plain is not null then named_struct("
                            + "'first', element_at(split(plain, ' '), 1),"
                            + " 'last', element_at(split(plain, ' '), -1)) end"))
                .as("names"),
            collect_set(expr("date_format(birth_date, 'yyyy-MM-dd')")).as("birth_dates"),
            collect_set(expr("date_format(birth_date, 'yyyy-dd-MM')")).as("exchanged_dates"))
        .where(array_size(col("identifiers")).gt(0))
        .select(
            col(RECORD),
            col("identifiers"),
            struct("names", "birth_dates", "exchanged_dates").as(KNOWN));
  }

  /** Record, rule and value: one row for each identifier of each row of history. */
  static Dataset<Row> identified(Dataset<Row> history, Set<IdentityRule> rules) {
    return history
        .select(col(RECORD), explode(identifiers(rules)).as("identifier"))
        .select(RECORD, "identifier.rule", "identifier.value");
  }

  private static Column identifiers(Set<IdentityRule> rules) {
    String all =
        rules.stream().sorted().map(IdentityRule::identifier).collect(Collectors.joining(", "));
    return rules.isEmpty()
        ? expr("cast(array() as array<struct<rule:string,value:string>>)")
        : expr("filter(array(" + all + "), each -> each.value is not null)");
  }
}
