package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.LandedFile;
import io.clientele.warehouse.raw.RawBatch;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Landed batches of one source entity; a handful a night, so they fit the driver. */
final class Batches {
  private Batches() {}

  static List<LandedFile> landed(Dataset<Row> batches, EntityDeclaration entity, Path warehouse) {
    return batches
        .where(
            col(RawBatch.SOURCE.name())
                .equalTo(entity.source())
                .and(col(RawBatch.ENTITY.name()).equalTo(entity.name()))
                .and(col(RawBatch.STATUS.name()).equalTo("landed")))
        .select(
            col(RawBatch.BATCH_ID.name()),
            col(RawBatch.LANDED_PATH.name()),
            col(RawBatch.FILE_BYTES.name()),
            unix_micros(col(RawBatch.EFFECTIVE_AT.name())),
            unix_micros(col(RawBatch.ARRIVED_AT.name())),
            col(RawBatch.IS_HISTORY.name()))
        .orderBy(RawBatch.BATCH_ID.name())
        .collectAsList()
        .stream()
        .map(row -> file(row, warehouse))
        .toList();
  }

  private static LandedFile file(Row row, Path warehouse) {
    return new LandedFile(
        row.getString(0),
        warehouse.resolve(row.getString(1)).toString(),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getBoolean(5));
  }
}
