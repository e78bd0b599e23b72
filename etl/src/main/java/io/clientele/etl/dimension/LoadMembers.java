package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.spec.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A dimension without versions of members that one kind of staged delivery describes, each as the
 * newest has it: by business time, then by the time of the file. Members that other deliveries only
 * name are inferred; -1 stands for an unknown one.
 */
public final class LoadMembers implements ChangeDriven {
  private static final String INFERRED = "is_inferred";

  private final TableSpec table;
  private final String id;
  private final List<EntityDeclaration> describing;
  private final List<EntityDeclaration> naming;

  /**
   * @param table dimension; its second column is the member's code
   * @param canonical entity that describes members
   * @param alsoNaming entities that name them, in a column of the code's name
   */
  public LoadMembers(
      TableSpec table, String canonical, List<String> alsoNaming, List<SourceDeclaration> sources) {
    this.table = table;
    this.id = table.columnNames().get(1);
    this.naming =
        sources.stream()
            .flatMap(source -> source.entities().stream())
            .filter(
                entity ->
                    entity.canonical().equals(canonical) || alsoNaming.contains(entity.canonical()))
            .toList();
    this.describing =
        naming.stream().filter(entity -> entity.canonical().equals(canonical)).toList();
  }

  /** Whether any source names a member; a dimension that none names needs no step. */
  public boolean isDelivered() {
    return !naming.isEmpty();
  }

  @Override
  public String name() {
    return "load-" + table.name().replace('_', '-');
  }

  @Override
  public Reads reads() {
    List<String> all = naming.stream().map(EntityDeclaration::stagingTable).toList();
    Reads reads = Reads.changesOf(all.toArray(String[]::new));
    for (EntityDeclaration entity : describing) {
      reads = reads.andWithin(entity.stagingTable(), new Span(id, all, id, false));
    }
    return reads;
  }

  @Override
  public Writes writes() {
    return Writes.upsert(table.name());
  }

  @Override
  public Changes build(Inputs in) {
    Optional<Dataset<Row>> named =
        naming.stream()
            .filter(entity -> !in.isUnchanged(entity.stagingTable()))
            .map(entity -> accepted(in.changedRows(entity.stagingTable())).select(id))
            .reduce(Dataset::union)
            .map(rows -> rows.where(col(id).isNotNull()).distinct());
    return named.map(members -> members(in, members)).orElseGet(Changes::none);
  }

  private Changes members(Inputs in, Dataset<Row> named) {
    Dataset<Row> unknown = in.session().range(1).select(columns(lit("unknown"), lit(-1L), false));
    Optional<Dataset<Row>> described =
        describing.stream()
            .map(entity -> accepted(in.within(entity.stagingTable())).select(delivered()))
            .reduce(Dataset::union)
            .map(rows -> newest(TouchedKeys.exactly(rows, named)));
    Dataset<Row> inferred =
        described.map(rows -> TouchedKeys.without(named, rows.select(id))).orElse(named);
    Dataset<Row> all =
        inferred.select(columns(col(id), SurrogateKeys.member(col(id)), true)).union(unknown);
    return Changes.of(
        table.name(), described.map(rows -> rows.select(known()).union(all)).orElse(all));
  }

  private static Dataset<Row> accepted(Dataset<Row> staged) {
    return staged.where(col("is_rejected").equalTo(false));
  }

  /** The member's columns and which delivery they are of. */
  private Column[] delivered() {
    Column order = struct("effective_at", "batch_effective_at", "batch_id", "record_number");
    return Stream.concat(attributes().map(name -> col(name)), Stream.of(order.as("delivery")))
        .toArray(Column[]::new);
  }

  /** All columns but key and flag: they are staged under their names. */
  private Stream<String> attributes() {
    return table.columnNames().stream()
        .filter(name -> !table.key().contains(name) && !name.equals(INFERRED));
  }

  private Dataset<Row> newest(Dataset<Row> delivered) {
    Column row = struct(attributes().map(name -> col(name)).toArray(Column[]::new));
    return delivered.groupBy(id).agg(max_by(row, col("delivery")).as("row")).select("row.*");
  }

  private Column[] known() {
    return Columns.of(
        table, Map.of(table.key().get(0), SurrogateKeys.member(col(id)), INFERRED, lit(false)));
  }

  private Column[] columns(Column member, Column key, boolean isInferred) {
    Map<String, Column> columns = new HashMap<>();
    columns.put(id, member);
    columns.put(table.key().get(0), key);
    columns.put(INFERRED, lit(isInferred));
    table.fields().forEach(field -> columns.putIfAbsent(field.name(), Columns.none(field)));
    return Columns.of(table, columns);
  }
}
