package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfSalesLine;
import io.clientele.warehouse.conformed.CnfSalesLineRefused;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sales lines of all sources in one shape, each once. The orders that tonight's staged rows touch
 * are resolved again from all their deliveries, so the order of arrival does not matter. A line
 * that cannot count yet or ever is refused with all reasons; when its order head comes, the refusal
 * is deleted and the line counts.
 */
public final class ConformSalesLines implements ChangeDriven {
  private static final String LINES = CnfSalesLine.TABLE.name();
  private static final String REFUSED = CnfSalesLineRefused.TABLE.name();

  private final List<SalesSource> sources;
  private final TableSpec table;
  private final String currency;

  /**
   * @param sources all sources; those without sales lines are passed over
   * @param companyCurrency ISO 4217; a source in another currency is refused
   */
  public ConformSalesLines(
      List<SourceDeclaration> sources, Warehouse warehouse, String companyCurrency) {
    EntitiesOf.requireCurrency(sources, companyCurrency);
    this.sources = sources.stream().map(SalesSource::of).flatMap(Optional::stream).toList();
    this.table = warehouse.table(LINES);
    this.currency = companyCurrency;
  }

  @Override
  public String name() {
    return "conform-sales-lines";
  }

  @Override
  public Reads reads() {
    Reads reads = Reads.nothing();
    for (SalesSource source : sources) {
      reads = source.reads(reads);
    }
    if (!replacing().isEmpty()) {
      List<String> tables = replacing().stream().flatMap(each -> each.tables().stream()).toList();
      reads = reads.andWithin(LINES, new Span("order_id", tables, "order_id", false));
    }
    return reads.andCurrent(REFUSED);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(LINES).and(Writes.upsert(REFUSED));
  }

  @Override
  public Changes build(Inputs in) {
    List<Judged> all =
        sources.stream()
            .filter(source -> !source.tables().stream().allMatch(in::isUnchanged))
            .map(source -> judged(in, source))
            .toList();
    Dataset<Row> rows = union(in, all, table, this::conformed);
    Dataset<Row> refused = union(in, all, CnfSalesLineRefused.TABLE, this::refused);
    Changes changes = Changes.none().and(REFUSED, refused, settled(in, all));
    if (all.stream().anyMatch(judged -> judged.source().replacesOrders())) {
      changes.and(LINES, rows, vanished(in, all));
    } else {
      changes.and(LINES, rows);
    }
    return formerDays(in, all).map(days -> changes.formerly(LINES, days)).orElse(changes);
  }

  /**
   * The deliveries of the touched orders of a source.
   *
   * @param lines all of them, with head and amount
   * @param resolved the same with identity and outcome
   */
  private record Judged(SalesSource source, Dataset<Row> lines, Dataset<Row> resolved) {
    Dataset<Row> with(String outcome) {
      return resolved.where(col(LineIdentity.OUTCOME).equalTo(outcome));
    }
  }

  private List<SalesSource> replacing() {
    return sources.stream().filter(SalesSource::replacesOrders).toList();
  }

  private Judged judged(Inputs in, SalesSource source) {
    Column isAcceptable =
        col(StagedLines.HAS_HEAD)
            .and(col("ordered_at").isNotNull())
            .and(col("line_amount").isNotNull());
    Dataset<Row> lines =
        new StagedLines(source, Columns.ownAttributes(table, CnfSalesLine.TABLE))
            .of(in)
            .withColumn(LineIdentity.ACCEPTABLE, isAcceptable);
    return new Judged(
        source, lines, in.once(LineIdentity.resolved(lines, source.replacesOrders())));
  }

  private Dataset<Row> conformed(Judged judged) {
    SalesSource source = judged.source();
    Column isCancellation = coalesce(col("is_cancellation"), lit(false));
    Column isProductLine = coalesce(col("is_product_line"), lit(true));
    Column isPurchase =
        isProductLine
            .and(col("quantity").gt(0))
            .and(col("unit_price").gt(0))
            .and(isCancellation.equalTo(false));
    Map<String, Column> expressions =
        Map.ofEntries(
            Map.entry("order_date", orderDate(source)),
            Map.entry(
                "customer_record_id",
                CustomerRecords.recordId(source.name(), col("source_customer_id"))),
            Map.entry("channel_id", coalesce(col("channel_id"), lit(source.name()))),
            Map.entry("currency_code", lit(currency)),
            Map.entry("is_return", col("quantity").lt(0)),
            Map.entry("is_cancellation", isCancellation),
            Map.entry("is_product_line", isProductLine),
            Map.entry("is_purchase", isPurchase),
            Map.entry("known_at", col(StagedLines.KNOWN + ".known_at")),
            Map.entry("known_at_basis", col(StagedLines.KNOWN + ".known_at_basis")));
    return judged.with("loaded").select(Columns.of(table, expressions));
  }

  private Dataset<Row> refused(Judged judged) {
    Column hasHead = col(StagedLines.HAS_HEAD);
    Column reasons =
        array_compact(
            array(
                when(hasHead.equalTo(false), lit("missing_order_head")),
                when(hasHead.and(col("ordered_at").isNull()), lit("missing(ordered_at)")),
                when(col("line_amount").isNull(), lit("out_of_range(line_amount)")),
                when(col(LineIdentity.ACCEPTABLE), lit("duplicate_key"))));
    Map<String, Column> expressions =
        Map.of(
            "reasons", reasons,
            "amount", col("line_amount"),
            "raw_text", lit(null),
            "is_resolved", lit(false));
    Dataset<Row> refused =
        judged.source().hasLineNumbers()
            ? judged.with("refused")
            : judged.lines().where(col(LineIdentity.ACCEPTABLE).equalTo(false));
    return refused.select(Columns.of(CnfSalesLineRefused.TABLE, expressions));
  }

  /** Refusals of touched orders whose head has come; nothing else settles one. */
  private static Dataset<Row> settled(Inputs in, List<Judged> all) {
    Dataset<Row> stored = in.current(REFUSED).select("batch_id", "record_number");
    return all.stream()
        .filter(judged -> judged.source().hasHeads())
        .map(judged -> judged.resolved().where(col(LineIdentity.OUTCOME).notEqual("refused")))
        .map(accepted -> accepted.select("batch_id", "record_number"))
        .map(accepted -> TouchedKeys.exactly(stored, accepted))
        .reduce(Dataset::unionByName)
        .orElseGet(() -> stored.where(lit(false)));
  }

  /** Lines of replaced orders that their newest delivery does not hold. */
  private Dataset<Row> vanished(Inputs in, List<Judged> all) {
    Dataset<Row> stored =
        in.within(LINES).select("source", "order_id", "sales_line_id", "order_date");
    return all.stream()
        .filter(judged -> judged.source().replacesOrders())
        .map(judged -> vanished(in, judged, stored))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> vanished(Inputs in, Judged judged, Dataset<Row> stored) {
    Dataset<Row> touched = new StagedLines(judged.source(), List.of()).touchedOrders(in);
    Dataset<Row> own = stored.where(col("source").equalTo(judged.source().name()));
    Dataset<Row> loaded = judged.with("loaded").select("sales_line_id");
    return TouchedKeys.without(TouchedKeys.exactly(own, touched), loaded)
        .select("sales_line_id", "order_date");
  }

  /** The days under which lines of touched orders may be stored. */
  private static Optional<Dataset<Row>> formerDays(Inputs in, List<Judged> all) {
    return all.stream()
        .map(Judged::source)
        .filter(SalesSource::mayMoveOrders)
        .map(source -> formerDays(in, source))
        .reduce(Dataset::unionByName);
  }

  /** A day more on each side: when they were stored, the source may have had another zone. */
  private static Dataset<Row> formerDays(Inputs in, SalesSource source) {
    Dataset<Row> times = new StagedLines(source, List.of()).times(in);
    Column day = orderDate(source);
    return times
        .select(explode(array(date_sub(day, 1), date_add(day, 1))).as("order_date"))
        .distinct();
  }

  private static Column orderDate(SalesSource source) {
    return to_date(from_utc_timestamp(col("ordered_at"), source.zone().getId()));
  }

  private static Dataset<Row> union(
      Inputs in, List<Judged> all, TableSpec shape, Function<Judged, Dataset<Row>> rows) {
    return all.stream()
        .map(rows)
        .reduce(Dataset::unionByName)
        .orElseGet(() -> Columns.noRows(in.session(), shape));
  }
}
