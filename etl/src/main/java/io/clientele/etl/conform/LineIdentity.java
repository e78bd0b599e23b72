package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.staging.StgSalesLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which delivered lines are the same line, and which delivery of it counts.
 *
 * <p>A line is its order and line number; without a number its order, content and how often that
 * content stood in the file before. Of several deliveries the newest ({@code batch_effective_at,
 * batch_id}) counts and the others are <i>repeated</i>; where a delivery replaces its order, only
 * the lines of the newest delivery of the order count and the others are <i>replaced</i>. A number
 * that stands twice in one file is refused at its second place.
 *
 * <p>All windows share one distribution and one sort: order, line, newest delivery first.
 */
final class LineIdentity {
  static final String CONTENT = "_content";
  static final String ACCEPTABLE = "_is_acceptable";
  static final String OUTCOME = "_outcome";
  static final String NUMBERLESS = "_numberless_content";
  private static final String OCCURRENCE = "_occurrence";

  private LineIdentity() {}

  /** Hash of everything a source says in the line, in which empty differs from absent. */
  static Column contentHash() {
    List<Column> parts = new ArrayList<>();
    for (Field field : StgSalesLine.TABLE.fields()) {
      if (!List.of(Lineage.staging()).contains(field)) {
        parts.add(Columns.col(field).isNull());
        parts.add(Columns.col(field));
      }
    }
    return xxhash64(parts.toArray(Column[]::new));
  }

  /** The content where it has to stand for a missing line number, else the same for all. */
  static Column numberless(boolean hasLineNumbers) {
    return hasLineNumbers
        ? when(col("line_number").isNull(), contentHash()).otherwise(lit(0L))
        : contentHash();
  }

  /**
   * Adds outcome and identity: loaded, repeated, replaced or refused. Lines that are not acceptable
   * are refused and stand in nobody's way.
   *
   * @param lines all deliveries of each order, with {@link #CONTENT}, {@link #NUMBERLESS} and
   *     {@link #ACCEPTABLE}
   */
  static Dataset<Row> resolved(Dataset<Row> lines, boolean replacesOrders) {
    WindowSpec line = Window.partitionBy("order_id", "line_number", NUMBERLESS, ACCEPTABLE);
    Column[] delivery = {col("batch_effective_at").desc(), col("batch_id").desc()};
    WindowSpec newestFirst = line.orderBy(delivery[0], delivery[1], col("record_number").asc());
    WindowSpec newer = newestFirst.rowsBetween(Window.unboundedPreceding(), -1);
    Column place =
        row_number().over(newestFirst).minus(rank().over(line.orderBy(delivery))).plus(1);
    Column says = min(when(col(CONTENT).equalTo(col("_counting")), col(StagedLines.KNOWN)));
    return lines
        .repartition(col("order_id"))
        .withColumns(Map.of(OCCURRENCE, place, "_counting", first(CONTENT).over(newestFirst)))
        .withColumns(
            Map.of(
                "_newer",
                replacesOrders ? newestOfOrder() : coalesce(max(OCCURRENCE).over(newer), lit(0)),
                StagedLines.KNOWN,
                says.over(line)))
        .withColumns(
            Map.of(
                OUTCOME,
                outcome(replacesOrders ? replaced() : repeated()),
                "sales_line_id",
                salesLineId()));
  }

  private static Column outcome(Column ofDelivery) {
    Column isSecond = col("line_number").isNotNull().and(col(OCCURRENCE).gt(1));
    return when(isSecond.or(col(ACCEPTABLE).equalTo(false)), lit("refused")).otherwise(ofDelivery);
  }

  private static Column repeated() {
    return when(col("_newer").lt(col(OCCURRENCE)), lit("loaded")).otherwise(lit("repeated"));
  }

  private static Column replaced() {
    return when(delivery().equalTo(col("_newer")), lit("loaded")).otherwise(lit("replaced"));
  }

  private static Column newestOfOrder() {
    return max(delivery()).over(Window.partitionBy("order_id", ACCEPTABLE));
  }

  private static Column delivery() {
    return struct("batch_effective_at", "batch_id");
  }

  private static Column salesLineId() {
    Column line =
        coalesce(
            col("line_number"),
            concat_ws("/", lit(""), col(NUMBERLESS).cast("string"), col(OCCURRENCE)));
    return md5(concat_ws("\u001f", col("source"), col("order_id"), line).cast("binary"));
  }
}
