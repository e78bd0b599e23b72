package io.clientele.jobs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.config.Yaml;
import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.metadata.DatabaseHealth;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;

  private Finding found(String what, Instant now) throws IOException {
    return all(what, now).stream().findFirst().orElseThrow();
  }

  private List<Finding> all(String what) throws IOException {
    return all(what, NOW);
  }

  private List<Finding> all(String what, Instant now) throws IOException {
    Yaml.file(folder, Yaml.SALES);
    OpenProject project = OpenProject.locate(Optional.of(folder));
    return new Doctor(project, Clock.fixed(now, ZoneOffset.UTC))
        .look().stream().filter(one -> one.what().equals(what)).toList();
  }

  private void aRunBeganAt(Instant at) throws IOException {
    Path warehouse = Files.createDirectories(folder.resolve("warehouse"));
    try (MetadataDatabase database =
        MetadataDatabase.open(MetadataDatabase.defaultUrl(warehouse))) {
      database.ledger().start("one", "nightly", at, 0);
    }
  }

  @Test
  void refusesAClockThatStandsBeforeWhatItHasWritten() throws IOException {
    aRunBeganAt(NOW.plus(Duration.ofDays(1)));
    Finding clock = found("Clock", NOW);
    assertThat(clock.verdict()).isEqualTo(Finding.Verdict.ERROR);
    assertThat(clock.text())
        .isEqualTo(
            "2026-03-01T08:00:00Z, but a run began at 2026-03-02T08:00:00Z; set the clock before"
                + " anything runs.");
  }

  @Test
  void isContentWithAClockThatGoesForward() throws IOException {
    aRunBeganAt(NOW.minus(Duration.ofDays(1)));
    assertThat(found("Clock", NOW)).isEqualTo(Finding.ok("Clock", "2026-03-01T08:00:00Z"));
  }

  @Test
  void warnsOfAClockAwayFromTheDatabases() {
    assertThat(MachineLook.clock(NOW, Optional.of(postgresAt(NOW.minusSeconds(4)))).text())
        .isEqualTo("2026-03-01T08:00:00Z, in step with the database");
    Finding fast = MachineLook.clock(NOW, Optional.of(postgresAt(NOW.minusSeconds(3600))));
    assertThat(fast.verdict()).isEqualTo(Finding.Verdict.WARNING);
    assertThat(fast.text())
        .isEqualTo(
            "2026-03-01T08:00:00Z, 3600 s away from the database's; keep both in step, with NTP"
                + " for example.");
  }

  private static DatabaseHealth postgresAt(Instant its) {
    return new DatabaseHealth(
        "PostgreSQL 18", Optional.empty(), Optional.of(its), Optional.empty());
  }

  @Test
  void seesTheDatabaseAndThatItCanBeWritten() throws IOException {
    aRunBeganAt(NOW);
    assertThat(found("Metadata database", NOW).text()).matches("SQLite 3\\.\\S+, can be written");
  }

  @Test
  void seesADatabaseThatIsDamaged() throws IOException {
    Path warehouse = Files.createDirectories(folder.resolve("warehouse"));
    Files.writeString(warehouse.resolve("metadata.db"), "this is no database ".repeat(500));
    Finding database = found("Metadata database", NOW);
    assertThat(database.verdict()).isEqualTo(Finding.Verdict.ERROR);
    assertThat(database.text()).startsWith("cannot be used: ").contains("not a database");
  }

  @Test
  void comparesTheMappingWithTheHeaderOfTheNewestFile() throws IOException {
    Path extracts = Files.createDirectories(folder.resolve("extracts"));
    Path old = extracts.resolve("lines_2.csv");
    Files.writeString(old, "OrderNo,OrderedAt,Sku,Qty,Price,Customer\n");
    Files.setLastModifiedTime(old, FileTime.fromMillis(0));
    Files.writeString(
        extracts.resolve("lines_1.csv"), "OrderNo,OrderedAt,Sku,Quty,Price,Customer\n");
    assertThat(all("Source webshop.lines"))
        .containsExactly(
            Finding.ok("Source webshop.lines", "2 files match lines_*.csv"),
            Finding.error(
                "Source webshop.lines",
                "line 12: Cannot map quantity of webshop.lines by 'Qty': the file has no column Qty;"
                    + " did you mean Quty?"));
  }

  @Test
  void warnsOfOldRulesForTimeZones() {
    Finding old = MachineLook.timeZones(ZoneId.of("Europe/Berlin"), "2022g");
    assertThat(old.verdict()).isEqualTo(Finding.Verdict.WARNING);
    assertThat(old.text())
        .isEqualTo(
            "rules 2022g, company in Europe/Berlin; take a newer JDK: runs may come an hour early"
                + " or late.");
    assertThat(MachineLook.timeZones(ZoneId.of("Europe/Berlin"), "2025b").verdict())
        .isEqualTo(Finding.Verdict.OK);
  }

  @Test
  void looksAtTheDiskOfAFolderThatIsNotThereYet() {
    Finding disk = MachineLook.disk("Disk", folder.resolve("later/warehouse"));
    assertThat(disk.text()).endsWith(" GiB free at " + folder);
  }
}
