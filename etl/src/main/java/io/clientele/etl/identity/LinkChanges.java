package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.conformed.CnfCustomer;
import io.clientele.warehouse.dimension.BrgCustomerLink;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which links come and go tonight. An identifier is touched when a record that has or had it
 * changed; the links by touched identifiers are made again from all records that have them, so they
 * follow from what the sources say and not from the order in which they said it.
 */
final class LinkChanges {
  static final String IS_NEW = "is_new";

  private static final String HISTORY = CnfCustomer.TABLE.name();
  private static final String LINKS = BrgCustomerLink.TABLE.name();
  private static final Column[] LINK = Columns.named(BrgCustomerLink.TABLE.columnNames());
  private static final String[] KEY = BrgCustomerLink.TABLE.key().toArray(String[]::new);

  private final Inputs in;
  private final IdentitySettings settings;
  private final Optional<Dataset<Row>> touched;

  /**
   * @param isEverything match all records anew
   */
  LinkChanges(Inputs in, IdentitySettings settings, boolean isEverything) {
    this.in = in;
    this.settings = settings;
    this.touched = isEverything ? Optional.empty() : Optional.of(in.settled(touched(in)));
  }

  /** Identifiers that tonight's rows have or had, and those their records have otherwise. */
  private static Dataset<Row> touched(Inputs in) {
    Column[] read =
        Columns.named(
            List.of(Links.RECORD, "email", "phone", "loyalty_card", "birth_date", "postcode"));
    Dataset<Row> tonight = TouchedKeys.sides(in.changes(HISTORY), read);
    Dataset<Row> otherwise =
        TouchedKeys.exactly(in.current(HISTORY), tonight.select(Links.RECORD).distinct())
            .select(read);
    return Persons.identified(tonight.union(otherwise), EnumSet.allOf(IdentityRule.class))
        .select("rule", "value")
        .distinct();
  }

  /**
   * Rows of brg_customer_link with {@link #IS_NEW}: whether the link comes or goes.
   *
   * @param records all records that there are
   */
  Dataset<Row> tonight(Dataset<Row> records) {
    Dataset<Row> now = links();
    if (!settings.overrides().isEmpty()) {
      Dataset<Row> said =
          Overrides.between(Overrides.of(in.session(), settings.overrides()), records);
      now = unlessKeptApart(now, said).union(said);
    }
    Dataset<Row> before = before();
    Dataset<Row> came = now.join(before, KEY, "left_anti").select(LINK);
    Dataset<Row> went = before.join(now, KEY, "left_anti").select(LINK);
    return came.withColumn(IS_NEW, lit(true)).union(went.withColumn(IS_NEW, lit(false)));
  }

  private Dataset<Row> links() {
    Dataset<Row> history = in.current(HISTORY);
    Dataset<Row> sharing =
        touched
            .map(identifiers -> TouchedKeys.exactly(history, sharers(history, identifiers)))
            .orElse(history);
    return Links.of(Persons.of(sharing, settings.rules()), touched, settings.sharedByAtMost());
  }

  private Dataset<Row> sharers(Dataset<Row> history, Dataset<Row> identifiers) {
    return TouchedKeys.exactly(Persons.identified(history, settings.rules()), identifiers)
        .select(Links.RECORD)
        .distinct();
  }

  private Dataset<Row> before() {
    Dataset<Row> stored = in.current(LINKS).select(LINK);
    return touched
        .map(
            identifiers ->
                TouchedKeys.exactly(stored, identifiers.withColumnRenamed("value", Links.VALUE))
                    .select(LINK)
                    .union(stored.where(Links.isSaid())))
        .orElse(stored);
  }

  private static Dataset<Row> unlessKeptApart(Dataset<Row> links, Dataset<Row> said) {
    String[] pair = {Links.RECORD, Links.OTHER};
    Dataset<Row> apart = said.where(Links.keepsApart()).select(Links.RECORD, Links.OTHER);
    return links.join(apart, pair, "left_anti").select(LINK);
  }
}
