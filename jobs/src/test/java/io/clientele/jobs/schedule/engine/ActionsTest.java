package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.DagDefinition.dag;
import static io.clientele.jobs.schedule.dag.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.Queueing;
import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.state.WeightRule;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsTest {
  private static final Instant NOW = SchedulerTest.NOW;
  private static final DagRun.Origin CLI = new DagRun.Origin("cli", Optional.empty());

  @TempDir Path folder;

  private static DagRun trigger(Engine engine, String dagId) {
    return engine.actions.trigger(TriggerRequest.now(dagId, engine.clock.instant(), CLI));
  }

  /** Fails as long as a file is missing; then succeeds. */
  private DagDefinition needsFile() {
    return dag("d", new Unscheduled())
        .tasks(
            task("a").bash("true").build(),
            task("b").bash("test -e " + folder.resolve("ok")).after("a").build(),
            task("c").bash("true").after("b").build())
        .build();
  }

  @Test
  void aClearedTaskRunsAgainWithItsDownstreamsAndKeepsItsFirstAttempt() throws IOException {
    try (Engine engine = new Engine(folder, NOW, needsFile())) {
      String run = trigger(engine, "d").runId();
      engine.settle();
      assertThat(engine.actions.run("d", run).state()).isEqualTo(RunState.FAILED);
      Files.createFile(folder.resolve("ok"));
      engine.clear.clear(ClearRequest.tasks("d", run, List.of("b"), ClearRequest.Reach.DOWNSTREAM));
      assertThat(engine.actions.run("d", run).state()).isEqualTo(RunState.QUEUED);
      engine.settle();
      assertThat(engine.states("d", run).values()).containsOnly(TaskState.SUCCESS);
      assertThat(engine.task("d", run, "a").tryNumber()).as("a was not cleared").isEqualTo(1);
      assertThat(engine.attempts("d", run, "b"))
          .extracting(TaskInstance::state)
          .containsExactly(TaskState.FAILED, TaskState.SUCCESS);
      assertThat(engine.task("d", run, "b").maxTries()).as("one try made, no retries").isEqualTo(1);
      assertThat(engine.actions.run("d", run).state()).isEqualTo(RunState.SUCCESS);
    }
  }

  @Test
  void aRunningTaskThatIsClearedIsKilledAndRunsAgain() throws IOException {
    DagDefinition dag =
        dag("d", new Unscheduled())
            .tasks(task("a").bash("test -e " + folder.resolve("ok") + " || sleep 300").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "d").runId();
      engine.until(() -> engine.scheduler.running() == 1);
      Files.createFile(folder.resolve("ok"));
      engine.clear.clear(ClearRequest.run("d", run));
      assertThat(engine.task("d", run, "a").state()).isEqualTo(TaskState.RESTARTING);
      engine.settle();
      engine.clock.pass(Duration.ofMillis(1));
      engine.settle();
      assertThat(engine.task("d", run, "a").state()).isEqualTo(TaskState.SUCCESS);
      assertThat(engine.task("d", run, "a").tryNumber()).isEqualTo(2);
    }
  }

  @Test
  void aSecondRunOfTheSameDateIsAConflict() {
    try (Engine engine = new Engine(folder, NOW, needsFile())) {
      trigger(engine, "d");
      assertThatThrownBy(() -> trigger(engine, "d"))
          .isInstanceOf(ConflictException.class)
          .hasMessage(
              "Cannot trigger d: a run manual__2026-05-04T06:00:00+00:00 or one of the logical"
                  + " date 2026-05-04T06:00:00Z exists; choose others.");
      assertThatThrownBy(() -> engine.actions.dag("e"))
          .hasMessage("Cannot find DAG e: no file names it; see 'clientele dags list'.");
    }
  }

  @Test
  void aTaskSetByHandClearsWhatFailedBehindIt() {
    DagDefinition dag =
        dag("d", new Unscheduled())
            .tasks(
                task("a").bash("false").build(),
                task("b").bash("true").after("a").build(),
                task("other").bash("false").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "d").runId();
      engine.settle();
      assertThat(engine.task("d", run, "b").state()).isEqualTo(TaskState.UPSTREAM_FAILED);
      engine.actions.mark(List.of(engine.task("d", run, "a")), TaskState.SUCCESS);
      engine.settle();
      assertThat(engine.states("d", run))
          .isEqualTo(
              Map.of("a", TaskState.SUCCESS, "b", TaskState.SUCCESS, "other", TaskState.FAILED));
      assertThat(engine.task("d", run, "other").tryNumber()).isEqualTo(1);
    }
  }

  @Test
  void aRunSetByHandEndsWhatRuns() {
    DagDefinition dag =
        dag("d", new Unscheduled())
            .tasks(task("a").bash("sleep 300").build(), task("b").after("a").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "d").runId();
      engine.until(() -> engine.scheduler.running() == 1);
      engine.actions.mark("d", run, RunState.SUCCESS);
      engine.settle();
      assertThat(engine.states("d", run))
          .isEqualTo(Map.of("a", TaskState.SUCCESS, "b", TaskState.SKIPPED));
      assertThat(engine.scheduler.running()).isZero();
    }
  }

  @Test
  void aBackfillMakesItsRunsAtOnceAndStartsAsManyAsItMay() {
    DagDefinition dag =
        dag("daily", SchedulerTest.DAILY).tasks(task("a").bash("true").build()).build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      engine.settle();
      assertThat(engine.runs("daily")).as("the newest interval").hasSize(1);
      Backfill backfill =
          engine.backfills.create(
              new BackfillActions.Request("daily", days(1, 2), 1, Optional.empty(), CLI));
      assertThat(engine.runStates("daily"))
          .containsExactly(
              "backfill__2026-05-02T00:00:00+00:00 queued",
              "backfill__2026-05-03T00:00:00+00:00 queued",
              "scheduled__2026-05-04T00:00:00+00:00 success");
      engine.scheduler.pass();
      assertThat(engine.runs("daily")).extracting(DagRun::state).containsOnlyOnce(RunState.RUNNING);
      engine.settle();
      assertThat(engine.runs("daily")).extracting(DagRun::state).containsOnly(RunState.SUCCESS);
      engine.scheduler.pass();
      assertThatThrownBy(() -> engine.backfills.cancel(backfill.id()))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("it is over since");
    }
  }

  private static BackfillPlan days(int from, int to) {
    return new BackfillPlan(
        Instant.parse("2026-05-0" + from + "T00:00:00Z"),
        Instant.parse("2026-05-0" + to + "T00:00:00Z"),
        false,
        Reprocess.COMPLETED);
  }

  @Test
  void aCancelledBackfillFailsWhatIsQueued() {
    DagDefinition dag =
        dag("daily", SchedulerTest.DAILY).pausedUponCreation(true).tasks(task("a").build()).build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      Backfill backfill =
          engine.backfills.create(
              new BackfillActions.Request("daily", days(1, 2), 1, Optional.empty(), CLI));
      assertThatThrownBy(
              () ->
                  engine.backfills.create(
                      new BackfillActions.Request("daily", days(1, 2), 1, Optional.empty(), CLI)))
          .isInstanceOf(ConflictException.class)
          .hasMessageStartingWith("Cannot backfill daily: backfill 1 is still active");
      engine.backfills.cancel(backfill.id());
      assertThat(engine.runs("daily")).extracting(DagRun::state).containsOnly(RunState.FAILED);
    }
  }

  @Test
  void anUnknownPoolKeepsATaskWaiting() {
    Queueing lost = new Queueing("lost", 1, 1, WeightRule.DOWNSTREAM, Optional.empty());
    DagDefinition dag =
        dag("d", new Unscheduled()).tasks(task("a").bash("true").queueing(lost).build()).build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "d").runId();
      engine.settle();
      assertThat(engine.task("d", run, "a").state()).isEqualTo(TaskState.SCHEDULED);
      assertThat(engine.actions.run("d", run).state()).isEqualTo(RunState.RUNNING);
    }
  }

  @Test
  void aTaskThatDependsOnThePastWaitsForTheRunBefore() {
    DagDefinition dag =
        dag("daily", SchedulerTest.DAILY)
            .startDate(Instant.parse("2026-05-02T00:00:00Z"))
            .catchup(true)
            .tasks(
                task("a")
                    .bash("case '{{ run_id }}' in *05-03*) exit 1;; esac")
                    .dependsOnPast(true)
                    .build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      engine.settle();
      assertThat(engine.runStates("daily"))
          .containsExactly(
              "scheduled__2026-05-03T00:00:00+00:00 failed",
              "scheduled__2026-05-04T00:00:00+00:00 running");
      engine.actions.mark(
          List.of(engine.task("daily", "scheduled__2026-05-03T00:00:00+00:00", "a")),
          TaskState.SUCCESS);
      engine.settle();
      assertThat(engine.runs("daily")).extracting(DagRun::state).containsOnly(RunState.SUCCESS);
    }
  }
}
