package io.clientele.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.WarehouseBusyException;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String ROWS = "tables/dim_date/data/rows.parquet";

  @TempDir private Path temp;
  private Path folder;
  private Path backup;

  @BeforeEach
  void aProjectWithOnePublication() throws IOException {
    folder = temp.resolve("shop");
    backup = temp.resolve("backup");
    write(
        "clientele.yaml",
        """
        sources:
          till:
            folder: in
            entities:
              lines:
                entity: sales_line
                files: "*.csv"
                map: {order_id: A, ordered_at: B, product_id: C, quantity: D, unit_price: E}
        """);
    write("dags/night.yaml", "night");
    write("logs/scheduler/old.log", "left out");
    write("warehouse/" + ROWS, "rows");
    try (MetadataDatabase database = database(folder)) {
      PublishedTable table = new PublishedTable("dim_date", 1, List.of(), List.of(ROWS), List.of());
      Publication publication =
          new Publication(
              1,
              "r1",
              LocalDate.parse("2026-03-01"),
              NOW,
              folder.resolve("warehouse").toString(),
              List.of(table));
      database.lock().acquire("r1", NOW);
      database.ledger().start("r1", "nightly", NOW, 0);
      database.publications().commit(new Published(publication, Map.of(), Map.of(), Map.of()), 0);
      database.lock().release("r1");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static MetadataDatabase database(Path project) {
    return MetadataDatabase.open(MetadataDatabase.defaultUrl(project.resolve("warehouse")));
  }

  private Backup.Outcome take() {
    return new Backup(OpenProject.locate(Optional.of(folder)), Clock.fixed(NOW, ZoneOffset.UTC))
        .into(backup);
  }

  @Test
  void copiesWhatIsNewAndForgetsWhatIsGone() throws IOException {
    write("output/old.csv", "old");
    assertThat(take()).isEqualTo(new Backup.Outcome(4, 4, bytes("output/old.csv"), 1));
    Files.delete(folder.resolve("output/old.csv"));
    write("output/new.csv", "fresh");
    assertThat(take()).isEqualTo(new Backup.Outcome(4, 1, 5, 1));
    assertThat(backup.resolve("project/output/old.csv")).doesNotExist();
    assertThat(backup.resolve("project/logs")).doesNotExist();
    assertThat(backup.resolve("project/warehouse")).doesNotExist();
  }

  private long bytes(String more) throws IOException {
    long sum = 0;
    for (String name : List.of("clientele.yaml", "dags/night.yaml", "warehouse/" + ROWS, more)) {
      sum += Files.size(folder.resolve(name));
    }
    return sum;
  }

  @Test
  void putsTheProjectBackWithADatabaseThatNobodyHolds() throws IOException {
    take();
    Path other = temp.resolve("other");
    Restore.Outcome restored = Restore.restore(backup, other);
    assertThat(restored.needsRelocation()).isTrue();
    assertThat(restored.stoodAt()).isEqualTo(folder.resolve("warehouse"));
    assertThat(other.resolve("dags/night.yaml")).hasContent("night");
    assertThat(other.resolve("warehouse/" + ROWS)).hasContent("rows");
    try (MetadataDatabase database = database(other)) {
      assertThat(database.publications().newest().orElseThrow().id()).isEqualTo(1);
      assertThat(database.lock().owner(NOW)).isEmpty();
    }
    assertThatThrownBy(() -> Restore.restore(backup, other))
        .hasMessage(
            "Cannot restore to %s: it is not empty; move it away or name another folder."
                .formatted(other));
  }

  @Test
  void isNoBackupWhenAPublishedFileIsMissing() throws IOException {
    Files.delete(folder.resolve("warehouse/" + ROWS));
    assertThatThrownBy(this::take)
        .hasMessageContaining("publication 1 names " + ROWS + ", which is not there");
    assertThatThrownBy(() -> Restore.restore(backup, temp.resolve("other")))
        .hasMessageContaining("it holds no backup.json");
  }

  @Test
  void leavesANightThatIsAtWorkAlone() {
    try (MetadataDatabase database = database(folder)) {
      database.lock().acquire("night", Instant.now());
      assertThatThrownBy(this::take).isInstanceOf(WarehouseBusyException.class);
    }
  }

  @Test
  void refusesAFolderInsideTheProject() {
    Backup own =
        new Backup(OpenProject.locate(Optional.of(folder)), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThatThrownBy(() -> own.into(folder.resolve("backup")))
        .hasMessageContaining("it lies inside the project");
  }
}
