package io.clientele.etl.landing;

import io.clientele.etl.mapping.Mapping;
import io.clientele.etl.source.DelimitedRecords;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.LandedFile;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.RunContext;
import io.clientele.warehouse.raw.RawBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.spark.sql.Row;

/** Lands deliveries of one source entity, one after the other. */
final class Landing {
  private final SourceDeclaration source;
  private final EntityDeclaration entity;
  private final RunContext run;
  private final KnownDeliveries known;
  private final Mapping mapping;
  private final String prefix;

  Landing(
      SourceDeclaration source, EntityDeclaration entity, RunContext run, KnownDeliveries known) {
    this.source = source;
    this.entity = entity;
    this.run = run;
    this.known = known;
    this.mapping = Mapping.of(entity, source.zone());
    this.prefix = source.name() + "-" + entity.name();
  }

  /** The row of the delivery; empty when it is known, or of a day that is not to be used yet. */
  Optional<Row> land(Delivery delivery) {
    boolean isTooNew =
        delivery.day().isPresent()
            && run.requestedAsOf().filter(asOf -> !delivery.day().get().isBefore(asOf)).isPresent();
    if (isTooNew || known.isSeen(delivery)) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder());
      return Optional.of(copied(delivery));
    } catch (AccessDeniedException denied) {
      BatchRow row = unlanded(delivery, "unreadable", Optional.empty());
      return known.isReportedClosed(delivery)
          ? Optional.empty()
          : Optional.of(
              row.with(RawBatch.NOTE, "It may not be opened; let the account of the night read it.")
                  .row());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "Cannot land " + delivery.file() + ": " + failed.getMessage(), failed);
    }
  }

  private Path folder() {
    return run.warehouse().resolve("landing").resolve(source.name()).resolve(entity.name());
  }

  private Row copied(Delivery delivery) throws IOException {
    Path part = folder().resolve(".incoming");
    LandedCopy copy = Copying.copy(delivery.file(), part, entity.format());
    Optional<KnownDelivery> repeated =
        known.repeatedBy(delivery, copy.hash(), effectiveMicros(delivery));
    Optional<BatchRow> refused = refused(delivery, copy, repeated);
    if (refused.isPresent()) {
      Files.delete(part);
      remember(delivery, copy, false);
      return refused.get().row();
    }
    String batchId = batchId(delivery, copy);
    Optional<String> again =
        known
            .newestOf(delivery.name())
            .flatMap(before -> OtherContent.note(entity, before.recordCount(), copy.recordCount()));
    Optional<Long> previous =
        entity.delivery() == EntityDeclaration.Delivery.FULL
            ? known.recordsBefore(effectiveMicros(delivery))
            : Optional.empty();
    Path landed = folder().resolve(batchId + (copy.isCompressed() ? ".csv.gz" : ".csv"));
    Files.move(part, landed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder())) {
      directory.force(true);
    }
    remember(delivery, copy, true);
    return row(delivery, batchId, "landed", Optional.of(copy.hash()))
        .with(RawBatch.LANDED_PATH, relative(landed))
        .with(RawBatch.RECORD_COUNT, copy.recordCount())
        .with(RawBatch.PREVIOUS_RECORD_COUNT, previous.orElse(null))
        .with(RawBatch.IS_HISTORY, entity.isHistory() || !known.hasLanded())
        .with(RawBatch.MAPPING_VERSION, Mapping.version(entity))
        .with(RawBatch.NOTE, note(landed).or(() -> again).orElse(null))
        .row();
  }

  private Optional<BatchRow> refused(
      Delivery delivery, LandedCopy copy, Optional<KnownDelivery> repeated) {
    Optional<String> hash = Optional.of(copy.hash());
    if (repeated.isPresent()) {
      String note = "Equal to " + repeated.get().name() + ", which was landed before.";
      return Optional.of(unlanded(delivery, "repeated", hash).with(RawBatch.NOTE, note));
    }
    if (copy.defect().isPresent()) {
      String note = "Cannot read " + delivery.name() + ": " + copy.defect().get() + ".";
      return Optional.of(unlanded(delivery, "unreadable", hash).with(RawBatch.NOTE, note));
    }
    if (copy.isEmpty()) {
      String note = "It holds no header and no record; deliver it again if it should.";
      return Optional.of(unlanded(delivery, "empty", hash).with(RawBatch.NOTE, note));
    }
    if (delivery.lacksDay()) {
      String note =
          "Its name has no day as date_in_name asks ("
              + entity.datePattern().orElseThrow().regex()
              + "); rename it.";
      return Optional.of(unlanded(delivery, "unreadable", hash).with(RawBatch.NOTE, note));
    }
    return Optional.empty();
  }

  private void remember(Delivery delivery, LandedCopy copy, boolean isLanded) {
    known.add(
        new KnownDelivery(
            delivery.name(),
            delivery.bytes(),
            delivery.modifiedMicros(),
            Optional.of(copy.hash()),
            isLanded,
            effectiveMicros(delivery),
            copy.recordCount()));
  }

  /** The same for the same content and day, in whatever order deliveries come. */
  private String batchId(Delivery delivery, LandedCopy copy) {
    String day =
        delivery.day().map(date -> "-" + date.format(DateTimeFormatter.BASIC_ISO_DATE)).orElse("");
    int times = delivery.day().isPresent() ? 0 : known.landedTimes(copy.hash());
    String again = times == 0 ? "" : "-" + (times + 1);
    return prefix + day + "-" + copy.hash().substring(0, 12) + again;
  }

  private BatchRow unlanded(Delivery delivery, String status, Optional<String> hash) {
    CRC32 crc = new CRC32();
    String address = delivery.name() + "|" + delivery.bytes() + "|" + delivery.modifiedMicros();
    crc.update(address.getBytes(StandardCharsets.UTF_8));
    String content = hash.map(all -> "-" + all.substring(0, 12)).orElse("");
    String batchId = prefix + "-" + status + content + String.format("-%08x", crc.getValue());
    return row(delivery, batchId, status, hash).with(RawBatch.IS_HISTORY, false);
  }

  private BatchRow row(
      Delivery delivery, String batchId, String status, Optional<String> contentHash) {
    return new BatchRow()
        .with(RawBatch.BATCH_ID, batchId)
        .with(RawBatch.SOURCE, source.name())
        .with(RawBatch.ENTITY, entity.name())
        .with(RawBatch.FILE_NAME, delivery.name())
        .with(RawBatch.CONTENT_HASH, contentHash.orElse(null))
        .with(RawBatch.FILE_BYTES, delivery.bytes())
        .withMicros(RawBatch.FILE_MODIFIED_AT, delivery.modifiedMicros())
        .with(RawBatch.STATUS, status)
        .withMicros(RawBatch.EFFECTIVE_AT, effectiveMicros(delivery))
        .with(RawBatch.ARRIVED_AT, run.startedAt())
        .with(RawBatch.LANDED_BY_RUN_ID, run.runId());
  }

  private long effectiveMicros(Delivery delivery) {
    Instant effective =
        delivery
            .day()
            .map((LocalDate day) -> day.atStartOfDay(source.zone()).toInstant())
            .orElse(run.startedAt());
    return ChronoUnit.MICROS.between(Instant.EPOCH, effective);
  }

  private String relative(Path landed) {
    return run.warehouse().relativize(landed).toString().replace('\\', '/');
  }

  /** What the header says about the mapping. */
  private Optional<String> note(Path landed) throws IOException {
    List<String> wanted = mapping.wantedColumns();
    try (DelimitedRecords records =
        new DelimitedRecords(LandedFile.open(landed), entity.format(), wanted)) {
      List<String> problems = records.header().problems();
      return problems.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "All records are quarantined: "
                  + String.join(", ", problems)
                  + "; the file has columns "
                  + String.join(", ", records.header().names())
                  + "; correct the mapping and replay the quarantine.");
    }
  }
}
