package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.CustomerRecords;
import io.clientele.etl.conform.NewestDeliveries;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.etl.source.StagingShapes;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads a fact as it is declared; see {@link StagedFact}. */
final class LoadStagedFact implements ChangeDriven {
  private final StagedFact fact;
  private final List<Source> sources;
  private final Optional<CustomerVersions> customers;

  /** What a source delivers of the fact, and what it tells of it beside. */
  private record Source(NewestDeliveries things, Optional<NewestDeliveries> told) {
    static Source of(StagedFact fact, SourceDeclaration source) {
      return new Source(
          NewestDeliveries.of(fact.canonical(), source, fact.keys().toArray(String[]::new)),
          fact.told()
              .map(
                  told ->
                      NewestDeliveries.of(
                          told.canonical(), source, told.keys().toArray(String[]::new)))
              .filter(told -> !told.isNone()));
    }

    NewestDeliveries[] others() {
      return told.stream().toArray(NewestDeliveries[]::new);
    }

    Stream<String> tables() {
      return things.entities().stream().map(EntityDeclaration::stagingTable);
    }

    Reads reads(Reads before) {
      Reads reads = things.reads(before, others());
      return told.map(other -> other.reads(reads, things)).orElse(reads);
    }

    boolean isUnchanged(Inputs in) {
      return things.isUnchanged(in) && told.map(other -> other.isUnchanged(in)).orElse(true);
    }
  }

  LoadStagedFact(StagedFact fact, List<SourceDeclaration> all) {
    this.fact = fact;
    this.sources =
        all.stream()
            .map(source -> Source.of(fact, source))
            .filter(source -> !source.things().isNone())
            .toList();
    this.customers =
        fact.happened().map(happened -> new CustomerVersions(fact.table(), happened.at()));
  }

  /** Whether any source delivers it; a fact that none does needs no step. */
  boolean isDelivered() {
    return !sources.isEmpty();
  }

  @Override
  public String name() {
    return fact.step();
  }

  @Override
  public Reads reads() {
    Reads reads = Reads.nothing();
    for (Source source : sources) {
      reads = source.reads(reads);
    }
    if (isMany()) {
      String[] tables = sources.stream().flatMap(Source::tables).toArray(String[]::new);
      reads =
          reads.andWithin(fact.table().name(), new Span(first(), List.of(tables), first(), false));
    }
    Reads all = reads.andCurrent(referenced());
    return customers.map(versions -> versions.reads(all)).orElse(all);
  }

  /** Dimensions that the fact points to: they are loaded before the gate looks for their keys. */
  private String[] referenced() {
    return fact.table().fields().stream()
        .flatMap(field -> field.references().stream())
        .filter(table -> !table.equals(DimCustomer.TABLE.name()))
        .distinct()
        .toArray(String[]::new);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(fact.table().name());
  }

  @Override
  public Changes build(Inputs in) {
    Optional<Dataset<Row>> things =
        sources.stream()
            .filter(source -> !source.isUnchanged(in))
            .map(source -> things(in, source))
            .reduce(Dataset::unionByName);
    if (things.isEmpty() && (customers.isEmpty() || in.isUnchanged(DimCustomer.TABLE.name()))) {
      return Changes.none();
    }
    return customers.isEmpty() ? plain(in, things.get()) : withCustomers(in, things);
  }

  /** A fact of several rows a thing loses those that the thing no longer has. */
  private Changes plain(Inputs in, Dataset<Row> things) {
    TableSpec table = fact.table();
    Dataset<Row> rows = things.select(Columns.of(table, fact.expressions()));
    if (!isMany()) {
      return Changes.of(table.name(), rows);
    }
    Dataset<Row> kept = in.once(rows);
    Dataset<Row> before =
        TouchedKeys.exactly(
            in.within(table.name()).select(Columns.named(table.key())),
            kept.select(recordId()).distinct());
    return Changes.none()
        .and(
            table.name(),
            kept,
            TouchedKeys.without(before, kept.select(Columns.named(table.key()))));
  }

  private Changes withCustomers(Inputs in, Optional<Dataset<Row>> things) {
    TableSpec table = fact.table();
    CustomerVersions versions = customers.get();
    Dataset<Row> tonight =
        things
            .map(rows -> versions.in(in, rows).select(Columns.of(table, fact.expressions())))
            .orElseGet(() -> Columns.noRows(in.session(), table));
    Dataset<Row> keys = tonight.select(Columns.named(table.key()));
    return Changes.of(table.name(), tonight.unionByName(versions.moved(in, keys)));
  }

  /** The touched things of one source with the columns that every fact has. */
  private Dataset<Row> things(Inputs in, Source source) {
    Dataset<Row> touched = source.things().touched(in, source.others());
    Dataset<Row> newest = source.things().newest(in, touched);
    Dataset<Row> told =
        fact.told()
            .map(other -> newest.join(told(in, source, touched), new String[] {first()}, "left"))
            .orElse(newest);
    return common(fact.shaped().apply(told), source.things().source());
  }

  private Dataset<Row> told(Inputs in, Source source, Dataset<Row> touched) {
    StagedFact.Told told = fact.told().orElseThrow();
    List<Column> aggregates = told.aggregates();
    return source
        .told()
        .map(other -> other.newest(in, touched))
        .orElseGet(() -> Columns.noRows(in.session(), StagingShapes.of(told.canonical())))
        .groupBy(first())
        .agg(aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
  }

  private Dataset<Row> common(Dataset<Row> things, SourceDeclaration source) {
    List<String> present = Arrays.asList(things.columns());
    Map<String, Column> columns = new HashMap<>();
    columns.put(recordId(), CustomerRecords.recordId(source.name(), identity()));
    fact.happened()
        .ifPresent(
            happened ->
                columns.put(
                    happened.at(),
                    to_utc_timestamp(col(happened.on()).cast("timestamp"), source.zone().getId())));
    if (present.contains("source_customer_id")) {
      columns.put(
          "customer_record_id", CustomerRecords.recordId(source.name(), col("source_customer_id")));
    }
    if (present.contains("currency_code")) {
      columns.put("currency_code", coalesce(col("currency_code"), lit(source.currencyCode())));
    }
    return things.withColumns(columns);
  }

  /** Column of the fact that is made of all keys; a fact of many rows a thing, of the first. */
  private String recordId() {
    return fact.table().key().get(0);
  }

  private Column identity() {
    return concat_ws("|", Columns.named(isMany() ? List.of(first()) : fact.keys()));
  }

  private String first() {
    return fact.keys().get(0);
  }

  /** Whether a thing becomes several rows. */
  private boolean isMany() {
    return fact.table().key().size() > 1;
  }
}
