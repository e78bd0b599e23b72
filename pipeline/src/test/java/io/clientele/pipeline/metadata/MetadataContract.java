package io.clientele.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.StepResult;
import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.quality.Metric;
import io.clientele.pipeline.quality.Severity;
import io.clientele.pipeline.store.Position;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every metadata database must do; run on SQLite and on PostgreSQL. */
abstract class MetadataContract {
  private static final Instant NOW = Instant.parse("2026-01-01T01:00:00.123Z");

  private MetadataDatabase database;

  /** URL of a database without tables. */
  abstract String emptyDatabase();

  @BeforeEach
  void open() {
    database = MetadataDatabase.open(emptyDatabase());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Published published(long id, String run) {
    PublishedTable table =
        new PublishedTable(
            "dim_date",
            42,
            List.of(new PublishedTable.PublishedColumn(1, "date_key", "int")),
            List.of("tables/dim_date/data/ä.parquet"),
            List.of());
    Publication publication =
        new Publication(id, run, LocalDate.parse("2026-01-01"), NOW, "/w", List.of(table));
    return new Published(
        publication,
        Map.of("dim_date", new Position(42, Position.NO_SNAPSHOT)),
        Map.of("load-dim-date", Map.of("cnf_sales_line", new Position(7, 8))),
        Map.of("churn", "churn-1"));
  }

  @Test
  void saysHowItIs() {
    DatabaseHealth fresh = database.health();
    assertThat(fresh.product()).matches("(SQLite 3|PostgreSQL 1\\d)\\..*");
    assertThat(fresh.problem()).isEmpty();
    assertThat(fresh.newest()).isEmpty();
    assertThat(fresh.now().isPresent()).isNotEqualTo(database.isSqlite());
    fresh
        .now()
        .ifPresent(
            its ->
                assertThat(Duration.between(its, Instant.now()).abs())
                    .isLessThan(Duration.ofMinutes(1)));
    database.ledger().start("r1", "nightly", NOW, 0);
    assertThat(database.health().newest()).contains(NOW);
  }

  @Test
  void aPublicationComesBackAsItWas() {
    database.lock().acquire("r1", NOW);
    database.ledger().start("r1", "nightly", NOW, 0);
    database.publications().commit(published(1, "r1"), 0);
    assertThat(database.publications().newest()).contains(published(1, "r1"));
    assertThat(database.publications().ofRun("r1")).contains(published(1, "r1"));
    assertThat(database.publications().unsettled()).hasSize(1);
    database.publications().settled(1);
    assertThat(database.publications().unsettled()).isEmpty();
    RunEntry run = database.ledger().recentRuns(5).get(0);
    assertThat(run.state()).isEqualTo(RunEntry.State.PUBLISHED);
    assertThat(run.asOf()).contains(LocalDate.parse("2026-01-01"));
  }

  @Test
  void aRunWithoutTheLeaseCannotPublish() {
    database.lock().acquire("r1", NOW);
    database.lock().acquire("r2", NOW.plus(RunLock.LEASE).plusSeconds(1));
    assertThatThrownBy(() -> database.publications().commit(published(1, "r1"), 0))
        .isInstanceOf(LeaseLostException.class)
        .hasMessage(
            "Cannot publish run r1: it lost the warehouse to another run while it worked; start it"
                + " again.");
    assertThat(database.publications().newest()).isEmpty();
  }

  @Test
  void aRunThatStartedFromAnOlderPublicationCannotPublish() {
    database.lock().acquire("r1", NOW);
    database.publications().commit(published(1, "r1"), 0);
    database.lock().release("r1");
    database.lock().acquire("r2", NOW);
    assertThatThrownBy(() -> database.publications().commit(published(1, "r2"), 0))
        .hasMessage(
            "Cannot publish run r2: it started from publication 0 and the newest is 1; start it"
                + " again.");
  }

  @Test
  void theSecondRunIsToldWhoHoldsTheWarehouse() {
    database.lock().acquire("r1", NOW);
    assertThatThrownBy(() -> database.lock().acquire("r2", NOW))
        .isInstanceOf(WarehouseBusyException.class)
        .hasMessageStartingWith("Cannot start run r2: run r1 (process ")
        .hasMessageEndingWith(
            "holds the warehouse since 2026-01-01T01:00:00.123Z; wait until it ends, see 'clientele"
                + " status'.");
    database.lock().acquire("r1", NOW.plusSeconds(5));
    assertThat(database.lock().owner(NOW)).contains("r1");
    database.lock().release("r1");
    database.lock().acquire("r2", NOW);
    assertThat(database.lock().owner(NOW)).contains("r2");
  }

  @Test
  void aLeaseLastsAsLongAsItIsRenewed() {
    RunLock lock = database.lock();
    lock.acquire("r1", NOW);
    Instant later = NOW.plus(RunLock.LEASE).minusSeconds(1);
    assertThat(lock.renew("r1", later)).isTrue();
    assertThatThrownBy(() -> lock.acquire("r2", NOW.plus(RunLock.LEASE).plusSeconds(1)))
        .isInstanceOf(WarehouseBusyException.class);
    lock.acquire("r2", later.plus(RunLock.LEASE).plusSeconds(1));
    assertThat(lock.renew("r1", later)).isFalse();
  }

  @Test
  void aRunKeepsTheWarehouseBetweenTwoTasks() {
    RunLock lock = database.lock();
    lock.acquire("r1", NOW);
    lock.rest("r1", NOW.plus(Duration.ofHours(6)));
    assertThatThrownBy(() -> lock.acquire("r2", NOW.plus(Duration.ofHours(5))))
        .hasMessage(
            "Cannot start run r2: run r1 is open (between two tasks) and keeps the warehouse until"
                + " 2026-01-01T07:00:00.123Z; publish it with 'clientele publish --run r1', give it"
                + " up with 'clientele runs --give-up r1', or wait until then.");
    lock.acquire("r1", NOW.plus(Duration.ofHours(5)));
  }

  @Test
  void anOpenRunThatIsGivenUpLeavesTheWarehouseAtOnce() {
    RunLock lock = database.lock();
    lock.acquire("r1", NOW);
    database.ledger().start("r1", "run stage", NOW, 0);
    assertThatThrownBy(() -> database.ledger().giveUp("r1", NOW))
        .hasMessageStartingWith("Cannot give up run r1: it is not open");
    assertThat(lock.owner(NOW)).contains("r1");
    database.ledger().end("r1", RunEntry.State.OPEN, NOW, "");
    lock.rest("r1", NOW.plus(Duration.ofHours(6)));
    database.ledger().giveUp("r1", NOW);
    assertThat(database.ledger().find("r1").get().state()).isEqualTo(RunEntry.State.DEAD);
    lock.acquire("r2", NOW);
  }

  @Test
  void theLeaseOfAProcessThatIsGoneIsBrokenAtOnce() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    Holder here = Holder.current();
    long startedAt = gone.info().startInstant().map(Instant::toEpochMilli).orElse(1L);
    gone.waitFor();
    new RunLock(database, new Holder(here.host(), gone.pid(), startedAt)).acquire("r1", NOW);
    database.lock().acquire("r2", NOW);
    assertThat(database.lock().owner(NOW)).contains("r2");
  }

  @Test
  void aProcessNumberUsedAgainByAnotherProcessIsNoHolder() {
    Holder here = Holder.current();
    new RunLock(database, new Holder(here.host(), here.pid(), here.startedAt() - 60_000))
        .acquire("r1", NOW);
    database.lock().acquire("r2", NOW);
    assertThat(database.lock().owner(NOW)).contains("r2");
  }

  @Test
  void aProcessOfAnotherComputerIsAliveUntilItsLeaseExpires() {
    new RunLock(database, new Holder("elsewhere", 1, 1)).acquire("r1", NOW);
    assertThatThrownBy(() -> database.lock().acquire("r2", NOW))
        .isInstanceOf(WarehouseBusyException.class);
  }

  @Test
  void aStepComesBackAsItWasAndTheSameAgainReplacesIt() {
    StepResult result =
        new StepResult(
            "load-fct-sales",
            StepResult.State.DONE,
            NOW,
            1.5,
            Map.of("cnf_sales_line", 12L, "dim_customer", 3L),
            List.of(new TableResult("fct_sales", 5, 2, 1, 0, 99, new Position(1, 2))),
            Map.of("cnf_sales_line", new Position(3, 4)),
            "");
    database.ledger().start("r1", "nightly", NOW, 0);
    database.ledger().record("r1", result);
    database.ledger().record("r1", result);
    assertThat(database.ledger().steps("r1")).containsExactly(result);
    assertThat(result.rowsIn()).isEqualTo(15);
    assertThat(result.rowsOut()).isEqualTo(8);
  }

  @Test
  void modelsAndMetricsAreKeptNightByNight() {
    Trained trained =
        new Trained(
            "churn",
            Trained.Decision.PROMOTED,
            "better than the rule",
            Optional.of(new Trained.Model("churn-1", "{}", "{\"auc\":0.75}")));
    Trained refused =
        new Trained("value", Trained.Decision.REFUSED, "too few customers", Optional.empty());
    database.models().record("r1", trained);
    database.models().record("r1", refused);
    assertThat(database.models().find("churn", "churn-1")).isEqualTo(trained.model());
    assertThat(database.models().list())
        .containsExactly(new ModelEntry("r1", trained), new ModelEntry("r1", refused));
    Metric metric = Metric.ofRows("dim_date", "key unique", Severity.STOP, 10, 0);
    database.quality().record("r1", "dim_date", List.of(metric), NOW);
    database.quality().record("r1", "dim_date", List.of(metric), NOW);
    assertThat(database.quality().of("r1")).containsExactly(metric);
    assertThat(database.quality().history("dim_date", "key unique", 5))
        .as("only published runs are history")
        .isEmpty();
    database.lock().acquire("r1", NOW);
    database.publications().commit(published(1, "r1"), 0);
    assertThat(database.quality().history("dim_date", "key unique", 5)).containsExactly(1.0);
  }

  @Test
  void openingADatabaseAgainKeepsWhatItHas() {
    database.ledger().start("r1", "nightly", NOW, 0);
    try (MetadataDatabase again = MetadataDatabase.open(database.url())) {
      assertThat(again.ledger().find("r1")).isPresent();
    }
  }
}
