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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Things of one source that are delivered again each time something happens to them, each as its
 * newest delivery has it: by business time, then by the time of the file. All deliveries of the
 * things that tonight touches are looked at again, so the order of arrival does not matter.
 *
 * @param source where they come from
 * @param entities what delivers them; may be empty
 * @param keys staged columns that identify a thing; what shares the first with something that came
 *     tonight is touched
 */
public record NewestDeliveries(
    SourceDeclaration source, List<EntityDeclaration> entities, List<String> keys) {

  public static NewestDeliveries of(String canonical, SourceDeclaration source, String... keys) {
    return new NewestDeliveries(
        source, EntitiesOf.canonical(canonical, List.of(source)), List.of(keys));
  }

  public boolean isNone() {
    return entities.isEmpty();
  }

  /**
   * The same reads and those of these deliveries.
   *
   * @param others deliveries of the same source that touch the same things
   */
  public Reads reads(Reads before, NewestDeliveries... others) {
    String[] tables = EntitiesOf.tables(entities);
    List<String> touching = new ArrayList<>(Arrays.asList(tables));
    for (NewestDeliveries other : others) {
      touching.addAll(Arrays.asList(EntitiesOf.tables(other.entities)));
    }
    Reads reads = before.andChangesOf(tables);
    for (String table : tables) {
      reads = reads.andWithin(table, new Span(first(), touching, first(), false));
    }
    return reads;
  }

  public boolean isUnchanged(Inputs in) {
    return entities.stream().allMatch(entity -> in.isUnchanged(entity.stagingTable()));
  }

  /** First keys of what came tonight, here or in the others. */
  public Dataset<Row> touched(Inputs in, NewestDeliveries... others) {
    return Stream.concat(Stream.of(this), Arrays.stream(others))
        .flatMap(deliveries -> deliveries.entities.stream())
        .map(entity -> accepted(in.changedRows(entity.stagingTable())).select(first()))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .distinct();
  }

  /** The touched things in their staged shape, with the name of the source. */
  public Dataset<Row> newest(Inputs in, Dataset<Row> touched) {
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

  private String first() {
    return keys.get(0);
  }

  private static Dataset<Row> accepted(Dataset<Row> staged) {
    return staged.where(col("is_rejected").equalTo(false));
  }

  private Dataset<Row> union(Function<EntityDeclaration, Dataset<Row>> rows) {
    return entities.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }
}
