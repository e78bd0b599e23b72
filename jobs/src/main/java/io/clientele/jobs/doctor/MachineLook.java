package io.clientele.jobs.doctor;

import io.clientele.pipeline.metadata.DatabaseHealth;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/** What is looked at on this machine: Java, time zones, clock, disks. */
final class MachineLook {
  private static final long GIBIBYTE = 1L << 30;
  private static final long MINIMUM_FREE = 2 * GIBIBYTE;

  /** Rules of the following year are complete in it; every zone we were asked about is. */
  private static final String OLDEST_RULES = "2024";

  /**
   * Schedulers that share a database take each other for lost when their clocks differ much more.
   */
  private static final Duration IN_STEP = Duration.ofSeconds(5);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private MachineLook() {}

  static Finding java() {
    int feature = Runtime.version().feature();
    return feature >= 17
        ? Finding.ok("Java", Runtime.version() + ", heap " + heap())
        : Finding.error("Java", feature + " is too old: install a JDK 17 or newer.");
  }

  private static String heap() {
    return Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB";
  }

  static Finding timeZones(ZoneId company) {
    return timeZones(company, ZoneRulesProvider.getVersions("Europe/Berlin").lastKey());
  }

  /**
   * Whether clock changes will be found where governments put them.
   *
   * @param rules version of the time-zone database, for example 2025b
   */
  static Finding timeZones(ZoneId company, String rules) {
    String text = "rules " + rules + ", company in " + company;
    return rules.compareTo(OLDEST_RULES) >= 0
        ? Finding.ok("Time zones", text)
        : Finding.warning(
            "Time zones", text + "; take a newer JDK: runs may come an hour early or late.");
  }

  /** Schedules, leases and publications go by this machine's clock. */
  static Finding clock(Instant now, Optional<DatabaseHealth> database) {
    Instant shown = now.truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> newest = database.flatMap(DatabaseHealth::newest);
    if (newest.filter(written -> written.isAfter(now.plus(MINUTE))).isPresent()) {
      return Finding.error(
          "Clock",
          "%s, but a run began at %s; set the clock before anything runs."
              .formatted(shown, newest.get()));
    }
    Optional<Duration> apart =
        database.flatMap(DatabaseHealth::now).map(its -> Duration.between(its, now).abs());
    if (apart.filter(difference -> difference.compareTo(IN_STEP) > 0).isPresent()) {
      return Finding.warning(
          "Clock",
          "%s, %d s away from the database's; keep both in step, with NTP for example."
              .formatted(shown, apart.get().toSeconds()));
    }
    return Finding.ok("Clock", shown + (apart.isPresent() ? ", in step with the database" : ""));
  }

  /** Free space where something will be written; the folder need not be there yet. */
  static Finding disk(String what, Path wanted) {
    Path folder = existing(wanted);
    try {
      FileStore store = Files.getFileStore(folder);
      long free = store.getUsableSpace();
      String text = "%.1f GiB free at %s".formatted((double) free / GIBIBYTE, folder);
      if (!Files.isWritable(folder)) {
        return Finding.error(what, folder + " cannot be written; grant the right to write.");
      }
      return free >= MINIMUM_FREE
          ? Finding.ok(what, text)
          : Finding.warning(what, text + "; free some, or use another disk.");
    } catch (IOException e) {
      return Finding.error(what, folder + " cannot be read: " + e.getMessage() + "; see to it.");
    }
  }

  private static Path existing(Path folder) {
    Path path = folder.toAbsolutePath();
    while (path.getParent() != null && !Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }
}
