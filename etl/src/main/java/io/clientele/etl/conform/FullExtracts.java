package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.pipeline.Inputs;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What full extracts say by what they do not hold: a record that the extract before held is gone
 * from the business time of the extract on, as it was; one that is there again is back from then
 * on. A refused row of a record shows that it is there. A function of all extracts, whatever the
 * order in which they arrive.
 *
 * @param entity what is delivered whole
 * @param sourceKey column that identifies the record in its staging table
 * @param isAlone whether nothing else says anything about its records
 */
record FullExtracts(EntityDeclaration entity, String sourceKey, boolean isAlone) {
  /** Marks, beside the staged columns, a row that says that its record is gone. */
  static final String IS_DELETED = "is_deleted";

  /** From when on a row may change what was known before tonight; empty = it does not. */
  static final String TOUCHES = "_touches";

  private static final String HELD = "batch_effective_at";
  private static final String AT = "effective_at";

  static boolean isFull(EntityDeclaration entity) {
    return entity.delivery() == EntityDeclaration.Delivery.FULL;
  }

  /**
   * Staged rows and rows of records that are gone, with {@link #IS_DELETED} and {@link #TOUCHES}:
   * at least all from the first of tonight's extracts on. Extracts before are read as far as they
   * say who was there and how: the one before is enough where rows hold from the time of their
   * extract and none was refused.
   */
  Dataset<Row> observations(Inputs in) {
    Row first = in.changedRows(entity.stagingTable()).agg(min(HELD)).head();
    List<ExtractTime> all = ExtractTime.of(in, entity);
    boolean isWhole = !isAlone || entity.fields().containsKey(AT);
    Dataset<Row> staged =
        in.current(entity.stagingTable())
            .where(col(sourceKey).isNotNull().and(not(col("is_rejected")).or(isRefused())));
    List<ExtractTime> span =
        isWhole ? all : ExtractTime.knownBefore(all, first.getTimestamp(0), withRefused(staged));
    Dataset<Row> held =
        (isWhole ? staged : staged.where(col(HELD).geq(lit(span.get(0).at()))))
            .transform(rows -> seen(rows, ExtractTime.neighbours(in.session(), span)));
    String[] columns = staged.columns();
    Column isTonights = col(HELD).geq(lit(first.getTimestamp(0)));
    Dataset<Row> observed = present(held, columns).unionByName(gone(held, columns));
    return (isWhole ? observed : observed.where(isTonights))
        .withColumn(TOUCHES, when(isTonights, col(TOUCHES)));
  }

  /** A row that is there and cannot be used; one that is left out or stands twice says nothing. */
  private static Column isRefused() {
    Column reason = col("reject_reasons").getItem(0);
    Column saysNothing = coalesce(reason.isin("filtered", "duplicate_key"), lit(false));
    return col("is_rejected").and(not(saysNothing));
  }

  /** Times of extracts that say of a record that it is there, but not how it is; few. */
  private static Set<Timestamp> withRefused(Dataset<Row> staged) {
    return staged.where(col("is_rejected")).select(HELD).distinct().collectAsList().stream()
        .map(row -> row.getTimestamp(0))
        .collect(Collectors.toSet());
  }

  /** Adds when the record was seen before and after, and its newest accepted row. */
  private Dataset<Row> seen(Dataset<Row> rows, Dataset<Row> neighbours) {
    WindowSpec inTime = Window.partitionBy(sourceKey).orderBy(HELD, "batch_id", "record_number");
    Column row = struct(Columns.named(List.of(rows.columns())));
    return rows.join(broadcast(neighbours), HELD)
        .withColumn("_before", lag(HELD, 1).over(inTime))
        .withColumn("_after", lead(HELD, 1).over(inTime))
        .withColumn("_newest", last(when(not(col("is_rejected")), row), true).over(inTime));
  }

  private static Dataset<Row> present(Dataset<Row> held, String[] columns) {
    Column isBack = col("_before").lt(col("_previous"));
    Column at = when(coalesce(isBack, lit(false)), greatest(col(AT), col(HELD))).otherwise(col(AT));
    return held.select(
        columns(columns, name -> name.equals(AT) ? at : col(name), col(AT), lit(false)));
  }

  /** One row where a record is not in the extract that follows one which holds it. */
  private static Dataset<Row> gone(Dataset<Row> held, String[] columns) {
    Column isGone =
        col("_next").isNotNull().and(coalesce(col("_after").gt(col("_next")), lit(true)));
    Map<String, Column> ofExtract =
        Map.of(
            HELD,
            col("_next"),
            AT,
            col("_next"),
            "batch_id",
            col("_next_batch"),
            "record_number",
            lit(null).cast("bigint"),
            "known_at",
            col("_next_known_at"),
            "known_at_basis",
            col("_next_basis"));
    return held.where(isGone.and(col("_newest").isNotNull()))
        .select(
            columns(
                columns,
                name -> ofExtract.getOrDefault(name, col("_newest." + name)),
                col("_next"),
                lit(true)));
  }

  private static Column[] columns(
      String[] names, Function<String, Column> value, Column touches, Column isDeleted) {
    return Stream.concat(
            Arrays.stream(names).map(name -> value.apply(name).as(name)),
            Stream.of(touches.as(TOUCHES), isDeleted.as(IS_DELETED)))
        .toArray(Column[]::new);
  }
}
