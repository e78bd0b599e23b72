package io.clientele.etl.landing;

import io.clientele.warehouse.raw.RawBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What was delivered before, of one source entity. */
final class KnownDeliveries {
  private final boolean hasLanded;
  private final Set<List<Object>> seen = new HashSet<>();
  private final Set<List<Object>> closed = new HashSet<>();
  private final Map<String, List<KnownDelivery>> landedByHash = new HashMap<>();
  private final Map<String, KnownDelivery> newestLandedByName = new HashMap<>();
  private final NavigableMap<Long, Long> landedRecords = new TreeMap<>();

  private KnownDeliveries(List<KnownDelivery> known) {
    known.forEach(this::add);
    this.hasLanded = !landedByHash.isEmpty();
  }

  /** By source and entity; one row a delivery, so it fits the driver. */
  static Map<List<String>, KnownDeliveries> of(Dataset<Row> batches) {
    Map<List<String>, List<KnownDelivery>> groups = new HashMap<>();
    for (Row row :
        batches
            .orderBy(RawBatch.ARRIVED_AT.name(), RawBatch.BATCH_ID.name())
            .select(
                functions.col(RawBatch.SOURCE.name()),
                functions.col(RawBatch.ENTITY.name()),
                functions.col(RawBatch.FILE_NAME.name()),
                functions.col(RawBatch.FILE_BYTES.name()),
                functions.unix_micros(functions.col(RawBatch.FILE_MODIFIED_AT.name())),
                functions.col(RawBatch.CONTENT_HASH.name()),
                functions.col(RawBatch.STATUS.name()),
                functions.unix_micros(functions.col(RawBatch.EFFECTIVE_AT.name())),
                functions.coalesce(functions.col(RawBatch.RECORD_COUNT.name()), functions.lit(-1L)))
            .collectAsList()) {
      groups
          .computeIfAbsent(List.of(row.getString(0), row.getString(1)), key -> new ArrayList<>())
          .add(known(row));
    }
    Map<List<String>, KnownDeliveries> known = new HashMap<>();
    groups.forEach((key, list) -> known.put(key, new KnownDeliveries(list)));
    return known;
  }

  static KnownDeliveries none() {
    return new KnownDeliveries(List.of());
  }

  private static KnownDelivery known(Row row) {
    return new KnownDelivery(
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        Optional.ofNullable(row.getString(5)),
        row.getString(6).equals("landed"),
        row.getLong(7),
        row.getLong(8));
  }

  void add(KnownDelivery delivery) {
    List<Object> address = List.of(delivery.name(), delivery.bytes(), delivery.modifiedMicros());
    (delivery.hash().isPresent() ? seen : closed).add(address);
    if (delivery.isLanded()) {
      landedByHash
          .computeIfAbsent(delivery.hash().orElseThrow(), hash -> new ArrayList<>())
          .add(delivery);
      newestLandedByName.put(delivery.name(), delivery);
      landedRecords.put(delivery.effectiveMicros(), delivery.recordCount());
    }
  }

  /** Whether an earlier run landed anything of the entity. */
  boolean hasLanded() {
    return hasLanded;
  }

  /** Whether the file was looked into before and has not been touched since. */
  boolean isSeen(Delivery delivery) {
    return seen.contains(address(delivery));
  }

  /** Whether an earlier run said already that the file may not be opened. */
  boolean isReportedClosed(Delivery delivery) {
    return closed.contains(address(delivery));
  }

  private static List<Object> address(Delivery delivery) {
    return List.of(delivery.name(), delivery.bytes(), delivery.modifiedMicros());
  }

  /** What the file of that name was when it was landed last. */
  Optional<KnownDelivery> newestOf(String name) {
    return Optional.ofNullable(newestLandedByName.get(name));
  }

  /**
   * Records of the extract that one of this business time follows: the newest landed one of that
   * time or before.
   */
  Optional<Long> recordsBefore(long effectiveMicros) {
    return Optional.ofNullable(landedRecords.floorEntry(effectiveMicros)).map(Map.Entry::getValue);
  }

  int landedTimes(String hash) {
    return landedByHash.getOrDefault(hash, List.of()).size();
  }

  /**
   * The earlier delivery that this one repeats: equal content of the same business day; without a
   * day in the name, equal content when the file of that name has not been another one since.
   */
  Optional<KnownDelivery> repeatedBy(Delivery delivery, String hash, long effectiveMicros) {
    List<KnownDelivery> equal = landedByHash.getOrDefault(hash, List.of());
    KnownDelivery sameName = newestLandedByName.get(delivery.name());
    if (delivery.day().isEmpty() && sameName != null) {
      return Optional.of(sameName).filter(newest -> newest.hash().orElseThrow().equals(hash));
    }
    return equal.stream()
        .filter(known -> delivery.day().isEmpty() || known.effectiveMicros() == effectiveMicros)
        .findFirst();
  }
}
