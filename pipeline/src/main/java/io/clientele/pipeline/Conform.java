package io.clientele.pipeline;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.store.TableShape;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Gives a step's rows the declared shape, or says exactly why they do not fit. */
final class Conform {
  private static final String RUN_ID = "run_id";

  private final TableSpec spec;
  private final String step;
  private final String runId;

  Conform(TableSpec spec, String step, String runId) {
    this.spec = spec;
    this.step = step;
    this.runId = runId;
  }

  ChangeSet apply(ChangeSet changes) {
    return new ChangeSet(
        rows(changes.rows()), changes.deletedKeys().map(this::keys), changes.formerly());
  }

  private Dataset<Row> rows(Dataset<Row> rows) {
    refuseUnknown(rows.schema());
    StructType target = TableShape.schema(spec);
    Column[] columns =
        spec.fields().stream()
            .map(field -> column(rows.schema(), field, target.apply(field.name()).dataType()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private void refuseUnknown(StructType given) {
    for (String name : given.fieldNames()) {
      if (spec.find(name).isEmpty()) {
        throw refused(
            "column " + name + " is not declared",
            "did you mean " + Warehouse.nearest(name, spec.columnNames()) + "?");
      }
    }
  }

  private Column column(StructType given, Field field, DataType type) {
    if (!Arrays.asList(given.fieldNames()).contains(field.name())) {
      return absent(field, type);
    }
    DataType actual = given.apply(field.name()).dataType();
    Column column = functions.col(field.name());
    if (actual.catalogString().equals(type.catalogString())) {
      return column;
    }
    if (Cast.canUpCast(actual, type)) {
      return column.cast(type).as(field.name());
    }
    throw refused(
        "column %s is %s and must be %s"
            .formatted(field.name(), actual.catalogString(), type.catalogString()),
        "cast it in the step");
  }

  private Column absent(Field field, DataType type) {
    if (field.name().equals(RUN_ID)) {
      return functions.lit(runId).as(RUN_ID);
    }
    if (field.nullable()) {
      return functions.lit(null).cast(type).as(field.name());
    }
    throw refused("required column " + field.name() + " is missing", "build it in the step");
  }

  private Dataset<Row> keys(Dataset<Row> keys) {
    List<String> present = Arrays.asList(keys.columns());
    Stream<String> missing = spec.key().stream().filter(name -> !present.contains(name));
    missing
        .findFirst()
        .ifPresent(
            name -> {
              throw refused(
                  "the keys to delete lack key column " + name, "name all key columns there");
            });
    Column[] columns =
        Stream.concat(spec.key().stream(), spec.prunedBy().stream())
            .distinct()
            .filter(present::contains)
            .map(name -> functions.col(name).cast(spec.field(name).type().sql()).as(name))
            .toArray(Column[]::new);
    return keys.select(columns);
  }

  private IllegalArgumentException refused(String reason, String nextMove) {
    return new IllegalArgumentException(
        "Cannot write %s from step %s: %s; %s.".formatted(spec.name(), step, reason, nextMove));
  }
}
