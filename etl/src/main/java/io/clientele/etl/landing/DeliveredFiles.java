package io.clientele.etl.landing;

import io.clientele.etl.source.DelimitedRecords;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.LandedFile;
import io.clientele.etl.source.SourceDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files that lie in a source's folder for one entity, as a night would find them. */
public final class DeliveredFiles {
  private final EntityDeclaration entity;
  private final List<Delivery> files;

  private DeliveredFiles(EntityDeclaration entity, List<Delivery> files) {
    this.entity = entity;
    this.files = files;
  }

  /** Looks at the folder, which must be there. */
  public static DeliveredFiles of(SourceDeclaration source, EntityDeclaration entity) {
    List<Delivery> readable =
        new SourceFolder(source)
            .deliveries(entity).stream().filter(each -> Files.isReadable(each.file())).toList();
    return new DeliveredFiles(entity, readable);
  }

  /** How many match and can be read. */
  public int count() {
    return files.size();
  }

  /** Path of the newest below the folder: by the day in its name, else by its modification. */
  public Optional<String> newest() {
    return newestDelivery().map(Delivery::name);
  }

  /**
   * Column names of the newest file; empty when there is no file or nothing in it.
   *
   * @throws IOException when it cannot be read
   */
  public List<String> header() throws IOException {
    Optional<Delivery> newest = newestDelivery();
    if (newest.isEmpty()) {
      return List.of();
    }
    try (DelimitedRecords records =
        new DelimitedRecords(LandedFile.open(newest.get().file()), entity.format(), List.of())) {
      return records.header().names();
    }
  }

  private Optional<Delivery> newestDelivery() {
    return files.stream()
        .max(
            Comparator.comparing((Delivery file) -> file.day().map(Object::toString).orElse(""))
                .thenComparing(Delivery::modifiedMicros)
                .thenComparing(Delivery::name));
  }
}
