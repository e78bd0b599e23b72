package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.staging.StgSalesLine;
import io.clientele.warehouse.staging.StgSalesOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The staged, accepted lines of one source with their order heads: of the orders that a change set
 * touches, all deliveries.
 *
 * @param source what the source declares
 * @param own a company's own attributes of a sales line
 */
record StagedLines(SalesSource source, List<Field> own) {
  static final String HAS_HEAD = "_has_head";
  static final String KNOWN = "_known";

  /**
   * All lines of the touched orders, with head, amount and hash of content; an order more costs
   * time.
   */
  Dataset<Row> of(Inputs in) {
    Dataset<Row> touched = touchedOrders(in);
    Dataset<Row> lines =
        TouchedKeys.narrow(
            union(source.lines(), entity -> lines(history(in, entity), entity)), touched);
    if (!source.hasHeads()) {
      return lines;
    }
    Dataset<Row> heads =
        TouchedKeys.narrow(union(source.heads(), entity -> heads(in, entity)), touched);
    return withHead(lines, newest(heads));
  }

  /** Orders of which tonight brought a line or a head. */
  Dataset<Row> touchedOrders(Inputs in) {
    List<EntityDeclaration> all = new ArrayList<>(source.lines());
    all.addAll(source.heads());
    return union(all, entity -> accepted(in.changedRows(entity.stagingTable())).select("order_id"))
        .distinct();
  }

  /** When the touched orders were made, as any delivery of them has it: {@code ordered_at}. */
  Dataset<Row> times(Inputs in) {
    List<EntityDeclaration> dated = new ArrayList<>(source.heads());
    source.lines().stream()
        .filter(entity -> entity.fields().containsKey("ordered_at"))
        .forEach(dated::add);
    Dataset<Row> all =
        union(
            dated,
            entity -> accepted(in.within(entity.stagingTable())).select("order_id", "ordered_at"));
    return TouchedKeys.narrow(all, touchedOrders(in)).select("ordered_at");
  }

  private Dataset<Row> history(Inputs in, EntityDeclaration entity) {
    Dataset<Row> history = accepted(in.within(entity.stagingTable()));
    if (source.spanColumn().equals("order_id")) {
      return history;
    }
    Dataset<Row> timeless =
        accepted(in.changedRows(entity.stagingTable())).where(col("ordered_at").isNull());
    return history.where(col("ordered_at").isNotNull()).unionByName(timeless);
  }

  private Dataset<Row> lines(Dataset<Row> staged, EntityDeclaration entity) {
    List<Column> columns = new ArrayList<>();
    columns.add(lit(source.name()).as("source"));
    columns.add(lit(entity.name()).as("entity"));
    columns.add(LineIdentity.contentHash().as(LineIdentity.CONTENT));
    columns.add(LineIdentity.numberless(source.hasLineNumbers()).as(LineIdentity.NUMBERLESS));
    columns.add(lit(true).as(HAS_HEAD));
    columns.add(struct("known_at", "known_at_basis").as(KNOWN));
    Column discount = coalesce(col("discount_amount"), lit(0)).cast("decimal(18,6)");
    for (Field field : shape()) {
      columns.add(
          field.name().equals("discount_amount")
              ? discount.as(field.name())
              : Columns.orNone(staged, field));
    }
    columns.add(LineAmount.exact().as("line_amount"));
    return staged.select(columns.toArray(Column[]::new));
  }

  private List<Field> shape() {
    List<Field> fields = new ArrayList<>();
    StgSalesLine.TABLE.fields().stream()
        .filter(field -> !List.of(Lineage.staging()).contains(field))
        .forEach(fields::add);
    fields.addAll(own);
    fields.addAll(
        List.of(
            Lineage.BATCH_ID,
            Lineage.RECORD_NUMBER,
            Lineage.BYTE_OFFSET,
            Lineage.BATCH_EFFECTIVE_AT));
    return fields;
  }

  private Dataset<Row> heads(Inputs in, EntityDeclaration entity) {
    return accepted(in.within(entity.stagingTable()))
        .select(
            col("order_id"),
            struct("ordered_at", "source_customer_id", "channel_id", "store_id", "is_cancellation")
                .as("head"),
            struct("batch_effective_at", "batch_id", "record_number").as("delivery"),
            struct("known_at", "known_at_basis").as("head_known"));
  }

  /** One head an order, the newest delivery; known since the first delivery that said the same. */
  private static Dataset<Row> newest(Dataset<Row> heads) {
    return heads
        .repartition(col("order_id"))
        .groupBy("order_id", "head")
        .agg(max("delivery").as("delivery"), min("head_known").as("head_known"))
        .groupBy("order_id")
        .agg(max_by(struct("head", "head_known"), col("delivery")).as("newest"))
        .select(col("order_id"), col("newest.head").as("head"), col("newest.head_known"));
  }

  private static Dataset<Row> withHead(Dataset<Row> lines, Dataset<Row> heads) {
    Map<String, Column> resolved = new LinkedHashMap<>();
    for (Field field :
        List.of(
            StgSalesOrder.ORDERED_AT,
            StgSalesOrder.SOURCE_CUSTOMER_ID,
            StgSalesOrder.CHANNEL_ID,
            StgSalesOrder.STORE_ID)) {
      resolved.put(field.name(), coalesce(Columns.col(field), col("head." + field.name())));
    }
    resolved.put(
        "is_cancellation",
        coalesce(col("is_cancellation"), lit(false))
            .or(coalesce(col("head.is_cancellation"), lit(false))));
    resolved.put(KNOWN, greatest(col(KNOWN), col("head_known")));
    resolved.put(HAS_HEAD, col("head").isNotNull());
    return lines.join(heads, new String[] {"order_id"}, "left").withColumns(resolved);
  }

  private static Dataset<Row> accepted(Dataset<Row> staged) {
    return staged.where(col("is_rejected").equalTo(false));
  }

  private static Dataset<Row> union(
      List<EntityDeclaration> entities, Function<EntityDeclaration, Dataset<Row>> rows) {
    return entities.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }
}
