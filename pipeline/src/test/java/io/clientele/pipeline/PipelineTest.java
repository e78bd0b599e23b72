package io.clientele.pipeline;

import static io.clientele.pipeline.PipelineFixture.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.StepResult.State;
import io.clientele.pipeline.metadata.Json;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunEntry;
import io.clientele.pipeline.metadata.WarehouseBusyException;
import io.clientele.pipeline.quality.GateStoppedException;
import io.clientele.pipeline.quality.Metric;
import io.clientele.pipeline.quality.Rule;
import io.clientele.pipeline.quality.Severity;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
  private static final String[] FIRST = {
    "a, 2025-01-05, ann, 10", "b, 2025-02-06, bob, 5", "c, 2025-02-07, ann, 1"
  };

  @TempDir Path folder;
  private PipelineFixture fixture;

  @BeforeEach
  void open() {
    fixture = new PipelineFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Publication manifest(String name) throws IOException {
    return Json.read(Files.readString(folder.resolve(name)), Publication.class);
  }

  @Test
  void aNightLoadsWhatChangedAndPublishesAll() throws IOException {
    fixture.night("r1", FIRST);
    assertThat(fixture.totals()).containsExactly("ann 11.00", "bob 5.00");
    RunOutcome second =
        fixture.night(
            "r2", "a, 2025-01-05, ann, 12", "b, 2025-02-06, bob, 0", "d, 2025-02-09, cyd, 3");
    assertThat(fixture.totals()).containsExactly("ann 13.00", "cyd 3.00");
    StepResult load = step(second, "load");
    assertThat(List.of(load.inserted(), load.updated(), load.deleted()))
        .containsExactly(1L, 1L, 1L);
    Publication published = manifest(Publication.CURRENT);
    assertThat(published.id()).isEqualTo(2);
    assertThat(published.asOf()).isEqualTo(LocalDate.parse("2026-01-01"));
    assertThat(published).isEqualTo(manifest(Publication.manifestName(2)));
    PublishedTable sales =
        published.tables().stream().filter(t -> t.name().equals("fct_lines")).findFirst().get();
    assertThat(sales.deleteFiles()).as("January and February lost a row").hasSize(2);
    assertThat(sales.dataFiles()).allMatch(file -> Files.exists(folder.resolve(file)));
    assertThat(sales.columns().get(3))
        .isEqualTo(new PublishedTable.PublishedColumn(4, "amount", "decimal(18,6)"));
    assertThat(published.tables()).extracting(PublishedTable::name).contains("dim_customer");
  }

  @Test
  void rowsReadAreCountedByTableAndOnlyTouchedMonthsAreRead() {
    fixture.night("r1", FIRST);
    RunOutcome second = fixture.night("r2", "a, 2025-01-05, ann, 12");
    assertThat(step(second, "load").rowsRead().get("fct_lines"))
        .as("January has one line, February two")
        .isEqualTo(1);
    assertThat(step(second, "load").rowsRead().get("stg_shop__lines"))
        .as("one new row, read as row to write and as row to delete")
        .isBetween(1L, 2L);
  }

  @Test
  void theSameRowsAgainChangeNothing() {
    fixture.night("r1", FIRST);
    RunOutcome second = fixture.night("r2", FIRST);
    assertThat(step(second, "load").rowsOut()).isZero();
    assertThat(fixture.metadata().publications().newest().get().positions().get("fct_lines"))
        .isEqualTo(
            fixture.metadata().publications().ofRun("r1").get().positions().get("fct_lines"));
    assertThat(fixture.totals()).containsExactly("ann 11.00", "bob 5.00");
  }

  @Test
  void aStopRuleStopsTheNightAndNothingIsPublished() {
    fixture.night("r1", FIRST);
    assertThatThrownBy(() -> fixture.night("r2", "x, 2025-01-05, ann, 1", "x, 2025-01-05, ann, 2"))
        .isInstanceOf(GateStoppedException.class)
        .hasMessage(
            "Cannot publish fct_lines: 'key unique' fails for 1 of 2 rows; nothing was published,"
                + " see 'clientele quality', mend the source or its mapping and run again.");
    assertThat(fixture.totals()).containsExactly("ann 11.00", "bob 5.00");
    RunEntry run = fixture.metadata().ledger().find("r2").orElseThrow();
    assertThat(run.state()).isEqualTo(RunEntry.State.STOPPED);
    assertThat(fixture.metadata().ledger().steps("r2"))
        .extracting(StepResult::state)
        .containsExactlyInAnyOrder(State.DONE, State.STOPPED);
    assertThat(fixture.metadata().publications().newest().get().id()).isEqualTo(1);
    fixture.night("r3", "d, 2025-02-09, cyd, 3");
    assertThat(fixture.totals())
        .as("what the stopped night staged is not there")
        .containsExactly("ann 11.00", "bob 5.00", "cyd 3.00");
  }

  @Test
  void aWarningIsKeptAndDoesNotStop() {
    fixture.close();
    Rule rule = new Rule.Holds("fct_lines", "small amounts", Severity.WARN, "amount < 10");
    fixture = new PipelineFixture(folder, settings -> settings.withRules(List.of(rule)));
    fixture.night("r1", FIRST);
    assertThat(fixture.metadata().quality().of("r1"))
        .contains(
            new Metric(
                "fct_lines", "small amounts", Severity.WARN, 3, 1, 2 / 3.0, Metric.Verdict.WARNED));
  }

  @Test
  void aRunInSeveralProcessesPublishesOnce() {
    fixture.task("r1", SmallShop.stage(FIRST));
    assertThatThrownBy(() -> fixture.night("r2", FIRST)).isInstanceOf(WarehouseBusyException.class);
    fixture.task("r1", SmallShop.load());
    RunOutcome again = fixture.task("r1", SmallShop.load());
    assertThat(step(again, "load").message()).isEqualTo("already done in this run");
    assertThat(fixture.pipeline.tablesOf("r1").current("fct_lines").count()).isEqualTo(3);
    fixture.task("r1", SmallShop.total());
    assertThat(fixture.totals()).isEmpty();
    assertThat(folder.resolve(Publication.candidateName("r1")))
        .content()
        .as("what it would publish can be read before")
        .contains("tables/rpt_totals/data");
    RunContext context = fixture.context("r1");
    Optional<Published> published = fixture.pipeline.publish(context).published();
    assertThat(fixture.totals()).containsExactly("ann 11.00", "bob 5.00");
    assertThat(folder.resolve(Publication.candidateName("r1"))).doesNotExist();
    RunOutcome repeated = fixture.pipeline.publish(context);
    assertThat(repeated.published()).isEqualTo(published);
    assertThat(repeated.wasPublishedBefore()).isTrue();
    fixture.night("r2", "a, 2025-01-05, ann, 20");
    assertThat(fixture.totals()).containsExactly("ann 21.00", "bob 5.00");
  }

  @Test
  void aStepThatReadOlderRowsThanTheRunHasNowIsNotPublished() {
    fixture.task("r1", SmallShop.stage(FIRST));
    fixture.task("r1", SmallShop.load());
    TestStep restaged =
        SmallShop.stage("z, 2025-01-05, zoe, 1").reading(Reads.current("dim_channel"));
    TestStep channels =
        TestStep.named("stage-channels")
            .writing(Writes.append("stg_shop__lines"))
            .building(restaged.work());
    fixture.task("r1", channels);
    assertThatThrownBy(() -> fixture.pipeline.publish(fixture.context("r1")))
        .hasMessage(
            "Cannot publish run r1: step load read stg_shop__lines before it was written again; run"
                + " load again in this run first.");
  }

  @Test
  void aStepThatNeedsChangesIsSkippedWithoutThem() {
    fixture.night("r1", FIRST);
    TestStep lazy = SmallShop.load().onlyWithChanges();
    assertThat(step(fixture.run("r2", lazy), "load").state()).isEqualTo(State.SKIPPED);
    fixture.run("r3", SmallShop.stage("a, 2025-01-05, ann, 30"), lazy, SmallShop.total());
    assertThat(fixture.totals()).containsExactly("ann 31.00", "bob 5.00");
  }

  @Test
  void championsArePublishedWithTheNight() {
    fixture.run("r1", new TestTraining("train", "churn", Trained.Decision.PROMOTED));
    fixture.run("r2", new TestTraining("train", "churn", Trained.Decision.KEPT));
    assertThat(fixture.metadata().publications().newest().get().models())
        .containsEntry("churn", "churn-r1");
    TestStep score =
        TestStep.named("score")
            .reading(Reads.nothing().andModel("churn"))
            .building(
                in -> {
                  assertThat(in.champion("churn").get().version()).isEqualTo("churn-r1");
                  assertThat(in.trained("churn")).isEmpty();
                  return Changes.none();
                });
    fixture.run("r3", score);
    fixture.run("r4", new TestTraining("train", "churn", Trained.Decision.REFUSED));
    assertThat(fixture.metadata().publications().newest().get().models()).isEmpty();
  }

  @Test
  void aStepReadsOnlyWhatItDeclares() {
    TestStep curious =
        TestStep.named("curious")
            .writing(Writes.replace("rpt_totals"))
            .building(in -> Changes.of("rpt_totals", in.current("fct_lines")));
    assertThatThrownBy(() -> fixture.run("r1", curious))
        .hasMessage(
            "Cannot read fct_lines in step curious: its reads() do not name it as CURRENT; add it"
                + " there.");
    assertThat(fixture.metadata().ledger().find("r1").get().state())
        .isEqualTo(RunEntry.State.FAILED);
  }

  @Test
  void rowsThatDoNotFitTheDeclarationAreRefused() {
    assertThatThrownBy(() -> fixture.run("r1", totals("amount, customer, amount as amont")))
        .hasMessage(
            "Cannot write rpt_totals from step total: column amont is not declared; did you mean"
                + " amount?.");
    assertThatThrownBy(() -> fixture.run("r2", totals("customer, cast(amount as double) amount")))
        .hasMessage(
            "Cannot write rpt_totals from step total: column amount is double and must be"
                + " decimal(18,6); cast it in the step.");
    assertThatThrownBy(() -> fixture.run("r3", totals("customer")))
        .hasMessage(
            "Cannot write rpt_totals from step total: required column amount is missing; build it"
                + " in the step.");
  }

  private static TestStep totals(String columns) {
    return TestStep.named("total")
        .writing(Writes.replace("rpt_totals"))
        .building(
            in ->
                Changes.of(
                    "rpt_totals",
                    SmallShop.lines(in.session(), FIRST)
                        .selectExpr(columns.split(", ?(?![^(]*\\))"))));
  }
}
