package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.conformed.CnfSalesLine;
import io.clientele.warehouse.conformed.CnfSalesLineOutcome;
import io.clientele.warehouse.conformed.CnfSalesLineRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Where the staged sales lines of each batch stand: counts and money, advanced by change sets
 * alone. What was staged and is neither loaded nor refused stands behind another delivery.
 */
public final class CountSalesLineOutcomes implements ChangeDriven {
  private static final String LINES = CnfSalesLine.TABLE.name();
  private static final String REFUSED = CnfSalesLineRefused.TABLE.name();
  private static final String OUTCOMES = CnfSalesLineOutcome.TABLE.name();

  private final List<SalesSource> sources;

  public CountSalesLineOutcomes(List<SourceDeclaration> sources) {
    this.sources = sources.stream().map(SalesSource::of).flatMap(Optional::stream).toList();
  }

  @Override
  public String name() {
    return "count-sales-line-outcomes";
  }

  @Override
  public Reads reads() {
    Reads reads = Reads.changesOf(LINES, REFUSED).andCurrent(OUTCOMES);
    for (SalesSource source : sources) {
      reads = reads.andChangesOf(EntitiesOf.tables(source.lines()));
    }
    return reads;
  }

  @Override
  public Writes writes() {
    return Writes.upsert(OUTCOMES);
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> moved = moves(in.changes(LINES), "loaded", col("line_amount"));
    moved = moved.unionByName(moves(in.changes(REFUSED), "refused", col("amount")));
    for (SalesSource source : sources) {
      for (EntityDeclaration entity : source.lines()) {
        if (!in.isUnchanged(entity.stagingTable())) {
          moved = moved.unionByName(staged(in, source, entity));
        }
      }
    }
    Dataset<Row> now = in.once(standing(in.current(OUTCOMES).unionByName(byOutcome(moved), true)));
    return Changes.none()
        .and(
            OUTCOMES,
            now.where(col("row_count").notEqual(0))
                .select(Columns.of(CnfSalesLineOutcome.TABLE, Map.of())),
            now.where(col("row_count").equalTo(0)).select("batch_id", "outcome"));
  }

  private static Dataset<Row> moves(Dataset<Row> changes, String kind, Column amount) {
    return side(changes, "after", 1, kind, amount)
        .unionByName(side(changes, "before", -1, kind, amount));
  }

  private static Dataset<Row> side(
      Dataset<Row> changes, String side, int sign, String kind, Column amount) {
    return totals(
        changes.where(col(side).isNotNull()).select(side + ".*"),
        amount,
        lit(sign),
        kind,
        col("source"),
        lit(null).cast("string"));
  }

  private static Dataset<Row> staged(Inputs in, SalesSource source, EntityDeclaration entity) {
    Dataset<Row> lines =
        in.changedRows(entity.stagingTable()).where(col("is_rejected").equalTo(false));
    return totals(
        lines, LineAmount.exact(), lit(1), "staged", lit(source.name()), lit(entity.name()));
  }

  private static Dataset<Row> totals(
      Dataset<Row> rows, Column amount, Column sign, String kind, Column source, Column entity) {
    return rows.select(
            col("batch_id"), source.as("source"), entity.as("entity"), amount.as("line_amount"))
        .groupBy("batch_id", "source", "entity")
        .agg(
            count(lit(1)).multiply(sign).as("rows"),
            sum("line_amount").multiply(sign).as("money"),
            count(when(col("line_amount").isNull(), 1)).multiply(sign).as("unreadable"))
        .withColumn("kind", lit(kind));
  }

  private Dataset<Row> byOutcome(Dataset<Row> moved) {
    return moved
        .groupBy("batch_id")
        .agg(
            max("source").as("source"),
            max("entity").as("entity"),
            part("staged"),
            part("loaded"),
            part("refused"))
        .select(
            col("batch_id"),
            col("source"),
            col("entity"),
            explode(
                    array(
                        outcome(lit("loaded"), "loaded"),
                        outcome(lit("refused"), "refused"),
                        behind()))
                .as("part"))
        .select(col("batch_id"), col("source"), col("entity"), col("part.*"));
  }

  private static Column part(String kind) {
    Column is = col("kind").equalTo(kind);
    return struct(
            of(is, "rows", "bigint").as("rows"),
            of(is, "money", "decimal(28,6)").as("money"),
            of(is, "unreadable", "bigint").as("unreadable"))
        .as(kind);
  }

  private static Column of(Column is, String measure, String type) {
    return coalesce(sum(when(is, col(measure))), lit(0)).cast(type);
  }

  private static Column outcome(Column name, String part) {
    return struct(
        name.as("outcome"),
        col(part + ".rows").as("row_count"),
        col(part + ".money").cast("decimal(28,6)").as("amount"),
        col(part + ".unreadable").as("unreadable_amount_count"));
  }

  private Column behind() {
    Column name = lit("repeated");
    for (SalesSource source : sources) {
      if (source.replacesOrders()) {
        name = when(col("source").equalTo(source.name()), lit("replaced")).otherwise(name);
      }
    }
    return struct(
        name.as("outcome"),
        rest("rows").as("row_count"),
        rest("money").cast("decimal(28,6)").as("amount"),
        rest("unreadable").as("unreadable_amount_count"));
  }

  private static Column rest(String measure) {
    return col("staged." + measure)
        .minus(col("loaded." + measure))
        .minus(col("refused." + measure));
  }

  /** A batch has one owner, which only its staged rows and its stored outcomes name. */
  private static Dataset<Row> standing(Dataset<Row> parts) {
    WindowSpec batch = Window.partitionBy("batch_id");
    return parts
        .repartition(col("batch_id"))
        .groupBy("batch_id", "outcome")
        .agg(
            sum("row_count").as("row_count"),
            sum("amount").as("amount"),
            sum("unreadable_amount_count").as("unreadable_amount_count"),
            max("source").as("source"),
            max("entity").as("entity"))
        .withColumns(
            Map.of("source", max("source").over(batch), "entity", max("entity").over(batch)));
  }
}
