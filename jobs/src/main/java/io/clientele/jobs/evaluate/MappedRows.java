package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.mapping.Mapping;
import io.clientele.etl.source.DelimitedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Accepted rows, and what became of all.
 *
 * @param rows the typed values of rows that are kept and accepted
 */
record MappedRows(Dataset<Row> rows, RowCounts counts) {
  private static final String REASON = "rejected_for";
  private static final String LEFT_OUT = "left out";

  static MappedRows of(Path file, Dataset<Row> records, Mapping mapping) {
    List<Column> columns = new ArrayList<>();
    mapping.canonicalColumns().forEach(name -> columns.add(col(name)));
    columns.add(reason(mapping).as(REASON));
    Dataset<Row> judged =
        mapping
            .apply(records)
            .select(columns.toArray(Column[]::new))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      RowCounts counts = counts(judged.groupBy(REASON).count().collectAsList());
      return new MappedRows(judged.where(col(REASON).isNull()).drop(REASON), counts);
    } catch (RuntimeException failed) {
      throw explained(file, failed);
    }
  }

  /** Spark passes on exceptions that Java has to declare. */
  private static RuntimeException explained(Path file, RuntimeException failed) {
    return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .filter(cause -> cause instanceof IOException || cause instanceof UncheckedIOException)
        .reduce((outer, inner) -> inner)
        .<RuntimeException>map(cause -> InputTable.unreadable(file, cause))
        .orElse(failed);
  }

  private static Column reason(Mapping mapping) {
    Column isReadable = col(DelimitedSource.PROBLEMS).isNull();
    return when(not(isReadable), concat_ws(", ", col(DelimitedSource.PROBLEMS)))
        .when(not(col(Mapping.IS_WANTED)), lit(LEFT_OUT))
        .when(not(mapping.mask().isClear()), concat_ws(", ", mapping.mask().spelt()));
  }

  private static RowCounts counts(List<Row> groups) {
    Map<String, Long> reasons = new HashMap<>();
    long rows = 0;
    long leftOut = 0;
    for (Row group : groups) {
      long count = group.getLong(1);
      rows += count;
      if (LEFT_OUT.equals(group.getString(0))) {
        leftOut = count;
      } else if (!group.isNullAt(0)) {
        reasons.put(group.getString(0), count);
      }
    }
    long rejected = reasons.values().stream().mapToLong(Long::longValue).sum();
    return new RowCounts(rows, leftOut, rejected, reasons);
  }
}
