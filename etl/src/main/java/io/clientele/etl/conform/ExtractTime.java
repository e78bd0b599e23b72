package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.col;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.raw.RawBatch;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A business time for which full extracts with records were landed.
 *
 * @param at the time
 * @param batchId one batch of that time, the last by name
 * @param knownAt when it became known, as of its rows
 * @param basis what that rests on
 */
record ExtractTime(Timestamp at, String batchId, Timestamp knownAt, String basis) {
  private static final StructType NEIGHBOURS =
      StructType.fromDDL(
          "batch_effective_at timestamp, _previous timestamp, _next timestamp, _next_batch string,"
              + " _next_known_at timestamp, _next_basis string");

  /** All times of the entity, ascending; one row a delivered file, so they fit the driver. */
  static List<ExtractTime> of(Inputs in, EntityDeclaration entity) {
    List<ExtractTime> times = new ArrayList<>();
    for (Row row :
        in.current(RawBatch.TABLE.name())
            .where(col("source").equalTo(entity.source()).and(col("entity").equalTo(entity.name())))
            .where("status = 'landed' and record_count > 0")
            .select("effective_at", "batch_id", "arrived_at", "is_history")
            .orderBy("effective_at", "batch_id")
            .collectAsList()) {
      ExtractTime time = time(row);
      times.removeIf(before -> before.at().equals(time.at()));
      times.add(time);
    }
    return times;
  }

  private static ExtractTime time(Row row) {
    Timestamp at = row.getTimestamp(0);
    return row.getBoolean(3)
        ? new ExtractTime(
            at,
            row.getString(1),
            Timestamp.from(at.toInstant().plus(Duration.ofDays(1))),
            "business_date")
        : new ExtractTime(at, row.getString(1), row.getTimestamp(2), "arrival");
  }

  /** Those from the last before the given time on that is not among the doubtful ones. */
  static List<ExtractTime> knownBefore(
      List<ExtractTime> all, Timestamp first, Set<Timestamp> doubtful) {
    int from = (int) all.stream().filter(time -> time.at().before(first)).count() - 1;
    while (from > 0 && doubtful.contains(all.get(from).at())) {
      from--;
    }
    return all.subList(Math.max(0, from), all.size());
  }

  /** Each time with the one before and the one behind. */
  static Dataset<Row> neighbours(SparkSession session, List<ExtractTime> times) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      ExtractTime next = i + 1 < times.size() ? times.get(i + 1) : null;
      rows.add(
          RowFactory.create(
              times.get(i).at(),
              i == 0 ? null : times.get(i - 1).at(),
              next == null ? null : next.at(),
              next == null ? null : next.batchId(),
              next == null ? null : next.knownAt(),
              next == null ? null : next.basis()));
    }
    return session.createDataFrame(rows, NEIGHBOURS);
  }
}
