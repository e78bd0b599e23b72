package io.clientele.etl.landing;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.raw.RawBatch;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Lands what is new in the folders of all sources: an immutable copy of each file and one row that
 * says where it came from. A file that cannot be read gets a row too, and the night goes on; so it
 * does without a source that used to deliver and whose folder is not there: readers are told of it.
 */
public final class Extract implements Step {
  private final List<SourceDeclaration> sources;

  public Extract(List<SourceDeclaration> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public Reads reads() {
    return Reads.nothing().andPublished(RawBatch.TABLE.name());
  }

  @Override
  public Writes writes() {
    return Writes.append(RawBatch.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    Map<List<String>, KnownDeliveries> known =
        KnownDeliveries.of(in.published(RawBatch.TABLE.name()));
    List<Row> batches = new ArrayList<>();
    for (SourceDeclaration source : sources) {
      boolean hasDelivered =
          known.keySet().stream().anyMatch(entity -> entity.get(0).equals(source.name()));
      if (hasDelivered && !Files.isDirectory(source.folder())) {
        continue;
      }
      SourceFolder folder = new SourceFolder(source);
      for (EntityDeclaration entity : source.entities()) {
        KnownDeliveries before =
            known.getOrDefault(List.of(source.name(), entity.name()), KnownDeliveries.none());
        Landing landing = new Landing(source, entity, in.run(), before);
        folder
            .deliveries(entity)
            .forEach(delivery -> landing.land(delivery).ifPresent(batches::add));
      }
    }
    if (batches.isEmpty()) {
      return Changes.none();
    }
    StructType schema = BatchRow.schema();
    return Changes.of(RawBatch.TABLE.name(), in.session().createDataFrame(batches, schema));
  }
}
