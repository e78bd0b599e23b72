package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Payments of all sources in one shape, each as its newest delivery has it. */
public final class ConformPayments implements ChangeDriven {
  private static final String PAYMENTS = CnfPayment.TABLE.name();

  private final List<NewestDeliveries> sources;
  private final TableSpec table;
  private final String currency;

  /**
   * @param sources all sources; those without payments are passed over
   * @param companyCurrency ISO 4217; a source in another currency is refused
   */
  public ConformPayments(
      List<SourceDeclaration> sources, Warehouse warehouse, String companyCurrency) {
    EntitiesOf.requireCurrency(sources, companyCurrency);
    this.sources =
        sources.stream()
            .map(source -> NewestDeliveries.of("payment", source, "payment_id"))
            .filter(source -> !source.isNone())
            .toList();
    this.table = warehouse.table(PAYMENTS);
    this.currency = companyCurrency;
  }

  @Override
  public String name() {
    return "conform-payments";
  }

  @Override
  public Reads reads() {
    Reads reads = Reads.nothing();
    for (NewestDeliveries source : sources) {
      reads = source.reads(reads);
    }
    return reads;
  }

  @Override
  public Writes writes() {
    return Writes.upsert(PAYMENTS);
  }

  @Override
  public Changes build(Inputs in) {
    return Changes.of(
        PAYMENTS,
        sources.stream()
            .filter(source -> !source.isUnchanged(in))
            .map(source -> payments(in, source))
            .reduce(Dataset::unionByName)
            .orElseGet(() -> Columns.noRows(in.session(), table)));
  }

  private Dataset<Row> payments(Inputs in, NewestDeliveries source) {
    String name = source.source().name();
    Column localStart = col("billed_on").cast("timestamp");
    Map<String, Column> expressions =
        Map.of(
            "payment_record_id",
            CustomerRecords.recordId(name, col("payment_id")),
            "customer_record_id",
            CustomerRecords.recordId(name, col("source_customer_id")),
            "billed_at",
            to_utc_timestamp(localStart, source.source().zone().getId()),
            "currency_code",
            lit(currency));
    return source.newest(in, source.touched(in)).select(Columns.of(table, expressions));
  }
}
