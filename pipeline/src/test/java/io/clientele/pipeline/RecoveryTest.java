package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.metadata.Json;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunEntry;
import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.TableCatalog;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that died without a word leaves, the next run finishes or clears away. */
class RecoveryTest {
  private static final String[] FIRST = {"a, 2025-01-05, ann, 10", "b, 2025-02-06, bob, 5"};

  @TempDir Path folder;
  private PipelineFixture fixture;
  private TableCatalog catalog;

  @BeforeEach
  void open() {
    fixture = new PipelineFixture(folder);
    fixture.night("r1", FIRST);
    catalog = TableCatalog.open(TestSpark.session().newSession(), folder, fixture.metadata());
  }

  @AfterEach
  void close() {
    catalog.close();
    fixture.close();
  }

  /** As a killed night leaves it: steps done on branches, ledger says running, no lease renewed. */
  private void leaveHalfDone(String runId, Step... steps) {
    fixture.task(runId, steps);
    fixture.metadata().lock().release(runId);
  }

  private List<Path> filesOf(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("tables").resolve(table).resolve("data"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void whatADeadRunWroteIsGoneAfterTheNextRun() throws IOException {
    List<Path> before = filesOf("stg_shop__lines");
    leaveHalfDone("r2", SmallShop.stage("x, 2025-01-05, xan, 1"), SmallShop.load());
    Path unknown = filesOf("stg_shop__lines").get(0).resolveSibling("00009-9-killed.parquet");
    Files.writeString(unknown, "half a file");
    Files.setLastModifiedTime(unknown, FileTime.fromMillis(1));
    fixture.daysPass(1);
    fixture.night("r3", "a, 2025-01-05, ann, 11");
    assertThat(fixture.totals()).containsExactly("ann 11.00", "bob 5.00");
    assertThat(fixture.metadata().ledger().find("r2").get().state()).isEqualTo(RunEntry.State.DEAD);
    assertThat(catalog.find("stg_shop__lines").get().refs().keySet())
        .containsExactlyInAnyOrder("main", "pub_1", "pub_2");
    assertThat(filesOf("stg_shop__lines"))
        .as("the first night's files and one of the third")
        .hasSize(before.size() + 1)
        .containsAll(before);
  }

  /** The same id comes again when a scheduler repeats a task of its run. */
  @Test
  void aRunWhoseWorkWasDroppedStartsFromTheBeginning() {
    fixture.task("r2", SmallShop.stage("c, 2025-03-01, cyd, 7"));
    fixture.metadata().ledger().giveUp("r2", Instant.EPOCH);
    fixture.night("r3", "a, 2025-01-05, ann, 11");
    assertThatThrownBy(() -> fixture.publish("r2"))
        .hasMessageStartingWith("Cannot publish run r2: what it wrote is gone");
    fixture.run(
        "r2", SmallShop.stage("c, 2025-03-01, cyd, 7"), SmallShop.load(), SmallShop.total());
    assertThat(fixture.totals()).containsExactly("ann 11.00", "bob 5.00", "cyd 7.00");
  }

  @Test
  void aPublicationWhoseProcessDiedAfterTheCommitIsFinished() throws Exception {
    Published first = fixture.metadata().publications().newest().orElseThrow();
    fixture.night("r2", "c, 2025-03-01, cyd, 7");
    Published second = fixture.metadata().publications().newest().orElseThrow();
    undoAllButTheCommit(first, second);
    assertThat(fixture.totals()).as("not visible yet").containsExactly("ann 10.00", "bob 5.00");
    fixture.run("r3", SmallShop.total());
    assertThat(fixture.totals()).containsExactly("ann 10.00", "bob 5.00", "cyd 7.00");
    assertThat(Files.readString(folder.resolve(Publication.manifestName(2))))
        .isEqualTo(Json.write(second.publication()));
    assertThat(catalog.find("fct_lines").get().refs().keySet())
        .containsExactlyInAnyOrder("main", "pub_1", "pub_2");
  }

  /** The state between the publication row and the first main branch. */
  private void undoAllButTheCommit(Published before, Published after) throws Exception {
    after
        .positions()
        .forEach((table, position) -> undo(table, before.positions().get(table), position));
    Files.delete(folder.resolve(Publication.manifestName(2)));
    Files.copy(
        folder.resolve(Publication.manifestName(1)),
        folder.resolve(Publication.CURRENT),
        StandardCopyOption.REPLACE_EXISTING);
    execute("UPDATE publication SET state = 'COMMITTED' WHERE id = 2");
    execute("UPDATE run SET branches_dropped = 0 WHERE id = 'r2'");
  }

  private void undo(String name, Position before, Position after) {
    if (!before.equals(after)) {
      Table table = catalog.find(name).orElseThrow();
      ManageSnapshots changes = table.manageSnapshots();
      changes.createBranch("run_r2", after.snapshot()).removeTag("pub_2");
      changes.replaceBranch("main", before.snapshot()).commit();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(fixture.metadata().url())) {
      connection.createStatement().execute(sql);
    }
  }
}
