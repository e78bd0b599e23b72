package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Things of one source that are delivered again each time something happens to them, each as its
 * newest delivery has it: by business time, then by the time of the file. All deliveries of the
 * things that tonight touches are looked at again, so the order of arrival does not matter.
 *
 * @param source where they come from
 * @param entities what delivers them; at least one
 * @param keys staged columns that identify a thing; the first bounds what is read
 */
record NewestDeliveries(
    SourceDeclaration source, List<EntityDeclaration> entities, List<String> keys) {

  /** Of each source that delivers the canonical entity. */
  static List<NewestDeliveries> of(
      String canonical, List<SourceDeclaration> sources, String... keys) {
    return sources.stream()
        .map(
            source ->
                new NewestDeliveries(
                    source, EntitiesOf.canonical(canonical, List.of(source)), List.of(keys)))
        .filter(deliveries -> !deliveries.entities().isEmpty())
        .toList();
  }

  Reads reads(Reads before) {
    String[] tables = EntitiesOf.tables(entities);
    Reads reads = before.andChangesOf(tables);
    Span span = new Span(keys.get(0), Arrays.asList(tables), keys.get(0), false);
    for (String table : tables) {
      reads = reads.andWithin(table, span);
    }
    return reads;
  }

  boolean isUnchanged(Inputs in) {
    return entities.stream().allMatch(entity -> in.isUnchanged(entity.stagingTable()));
  }

  /** The touched things in their staged shape, with the name of the source. */
  Dataset<Row> newest(Inputs in) {
    Column[] key = Columns.named(keys);
    Dataset<Row> touched =
        union(entity -> accepted(in.changedRows(entity.stagingTable())).select(key)).distinct();
    Dataset<Row> history = union(entity -> accepted(in.within(entity.stagingTable())));
    Column[] all = Arrays.stream(history.columns()).map(name -> col(name)).toArray(Column[]::new);
    Column order = struct("effective_at", "batch_effective_at", "batch_id", "record_number");
    return TouchedKeys.narrow(history, touched)
        .select(struct(all).as("row"), order.as("delivery"))
        .groupBy(keys.stream().map(name -> col("row." + name)).toArray(Column[]::new))
        .agg(max_by(col("row"), col("delivery")).as("row"))
        .select("row.*")
        .withColumn("source", lit(source.name()));
  }

  private static Dataset<Row> accepted(Dataset<Row> staged) {
    return staged.where(col("is_rejected").equalTo(false));
  }

  private Dataset<Row> union(Function<EntityDeclaration, Dataset<Row>> rows) {
    return entities.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }
}
