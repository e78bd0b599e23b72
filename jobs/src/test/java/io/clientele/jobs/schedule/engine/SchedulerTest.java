package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.DagDefinition.dag;
import static io.clientele.jobs.schedule.dag.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.dag.RunLimits;
import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.state.TriggerRule;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.Timetable;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerTest {
  static final Timetable DAILY =
      new CronDataInterval(CronExpression.parse("@daily"), ZoneOffset.UTC);
  static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final RetryPolicy TWICE =
      new RetryPolicy(1, Duration.ofMinutes(5), 0, Optional.empty());

  @TempDir Path folder;

  private static DagRun trigger(Engine engine, String dagId) {
    return engine.actions.trigger(
        TriggerRequest.now(
            dagId, engine.clock.instant(), new DagRun.Origin("cli", Optional.empty())));
  }

  @Test
  void owedRunsAreMadeOneAfterAnotherAndTheLimitHolds() {
    DagDefinition dag =
        dag("daily", DAILY)
            .startDate(Instant.parse("2026-05-01T00:00:00Z"))
            .catchup(true)
            .limits(RunLimits.DEFAULT.withMaxActiveRuns(2))
            .tasks(task("only").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      engine.scheduler.pass();
      assertThat(engine.runs("daily")).as("as many as may be active").hasSize(2);
      engine.settle();
      assertThat(engine.runStates("daily"))
          .containsExactly(
              "scheduled__2026-05-02T00:00:00+00:00 success",
              "scheduled__2026-05-03T00:00:00+00:00 success",
              "scheduled__2026-05-04T00:00:00+00:00 success");
      engine.clock.set(Instant.parse("2026-05-05T00:00:00Z"));
      engine.settle();
      assertThat(engine.runs("daily")).hasSize(4);
    }
  }

  @Test
  void aManualRunOfTheSameDateStandsForTheOwedOne() {
    DagDefinition dag =
        dag("daily", DAILY)
            .startDate(Instant.parse("2026-05-02T00:00:00Z"))
            .catchup(true)
            .tasks(task("only").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      Instant date = Instant.parse("2026-05-02T00:00:00Z");
      DagRun manual =
          engine.actions.trigger(
              TriggerRequest.now("daily", date, new DagRun.Origin("cli", Optional.empty())));
      // Its interval is the day before its logical date, the last complete one then.
      assertThat(manual.interval().orElseThrow().end()).isEqualTo(date);
      engine.settle();
      assertThat(engine.runStates("daily"))
          .containsExactly(
              "scheduled__2026-05-04T00:00:00+00:00 success",
              "manual__2026-05-04T06:00:00+00:00 success");
    }
  }

  @Test
  void aTaskIsACommandWhoseLastLineIsKept() {
    DagDefinition dag =
        dag("one", new Unscheduled())
            .tasks(
                task("a").bash("echo first; echo \"$AIRFLOW_CTX_DAG_RUN_ID\" >&2").build(),
                task("b").bash("exit 99").after("a").build(),
                task("c").bash("echo never").after("b").build(),
                task("d").bash("true").after("a").triggerRule(TriggerRule.ALL_DONE).build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      DagRun run = trigger(engine, "one");
      engine.settle();
      assertThat(engine.states("one", run.runId()))
          .isEqualTo(
              Map.of(
                  "a", TaskState.SUCCESS,
                  "b", TaskState.SKIPPED,
                  "c", TaskState.SKIPPED,
                  "d", TaskState.SUCCESS));
      assertThat(engine.xcom("one", run.runId(), "a"))
          .contains("manual__2026-05-04T06:00:00+00:00");
      assertThat(engine.log(engine.task("one", run.runId(), "a"), 1))
          .contains("first\nmanual__2026-05-04T06:00:00+00:00\n")
          .endsWith("ended with exit code 0\n");
    }
  }

  @Test
  void aFailedAttemptIsTriedAgainStrictlyAfterItsDelayAndKept() {
    DagDefinition dag =
        dag("retried", new Unscheduled())
            .tasks(
                task("a").bash("echo $AIRFLOW_CTX_TRY_NUMBER; exit 7").retryPolicy(TWICE).build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "retried").runId();
      engine.settle();
      TaskInstance first = engine.task("retried", run, "a");
      assertThat(first.state()).isEqualTo(TaskState.UP_FOR_RETRY);
      assertThat(first.retryAt()).contains(NOW.plusSeconds(300));
      engine.clock.pass(Duration.ofSeconds(300));
      engine.settle();
      assertThat(engine.task("retried", run, "a").tryNumber()).as("not yet").isEqualTo(1);
      engine.clock.pass(Duration.ofMillis(1));
      engine.settle();
      TaskInstance second = engine.task("retried", run, "a");
      assertThat(second.state()).isEqualTo(TaskState.FAILED);
      assertThat(second.exitCode()).contains(7);
      assertThat(engine.log(second, 1)).contains("\n1\n");
      assertThat(engine.log(second, 2)).contains("\n2\n");
      assertThat(engine.attempts("retried", run, "a"))
          .extracting(TaskInstance::tryNumber)
          .containsExactly(1, 2);
      DagRun ended = engine.actions.run("retried", run);
      assertThat(ended.state()).isEqualTo(RunState.FAILED);
      assertThat(ended.reason()).isEqualTo(RunOutcome.Reason.TASK_FAILURE);
    }
  }

  @Test
  void theTimeLimitOfATaskKillsItsWholeTree() throws Exception {
    Path alive = folder.resolve("pid");
    DagDefinition dag =
        dag("slow", new Unscheduled())
            .tasks(
                task("a")
                    .bash("trap '' TERM; sleep 300 & echo $! > " + alive + "; wait")
                    .executionTimeout(Duration.ofMillis(500))
                    .build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "slow").runId();
      engine.settle();
      assertThat(engine.task("slow", run, "a").state()).isEqualTo(TaskState.FAILED);
      assertThat(engine.task("slow", run, "a").message()).contains("longer than its limit of 0 s");
      long pid = Long.parseLong(Files.readString(alive).strip());
      assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void aRunThatTakesTooLongFailsAndWhatWaitsIsSkipped() {
    DagDefinition dag =
        dag("late", new Unscheduled())
            .limits(RunLimits.DEFAULT.withRunTimeout(Duration.ofHours(1)))
            .tasks(task("a").bash("sleep 300").build(), task("b").bash("true").after("a").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "late").runId();
      engine.until(() -> engine.scheduler.running() == 1);
      engine.clock.pass(Duration.ofHours(1).plusSeconds(1));
      engine.settle();
      assertThat(engine.states("late", run))
          .isEqualTo(Map.of("a", TaskState.SKIPPED, "b", TaskState.SKIPPED));
      assertThat(engine.actions.run("late", run).reason()).isEqualTo(RunOutcome.Reason.TIMED_OUT);
    }
  }

  @Test
  void aPausedDagStartsNothingNew() {
    DagDefinition dag =
        dag("paused", DAILY)
            .startDate(Instant.parse("2026-05-01T00:00:00Z"))
            .pausedUponCreation(true)
            .tasks(task("only").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      String run = trigger(engine, "paused").runId();
      engine.settle();
      assertThat(engine.runStates("paused")).containsExactly(run + " queued");
      engine.actions.pause("paused", false);
      engine.settle();
      assertThat(engine.runStates("paused"))
          .containsExactly("scheduled__2026-05-04T00:00:00+00:00 success", run + " success");
    }
  }

  @Test
  void aDagThatFailsTooOftenIsPaused() {
    DagDefinition dag =
        dag("bad", DAILY)
            .startDate(Instant.parse("2026-05-01T00:00:00Z"))
            .catchup(true)
            .limits(RunLimits.DEFAULT.withMaxActiveRuns(1).withMaxConsecutiveFailedRuns(2))
            .tasks(task("a").bash("exit 1").build())
            .build();
    try (Engine engine = new Engine(folder, NOW, dag)) {
      engine.settle();
      assertThat(engine.runs("bad")).hasSize(2);
      assertThat(engine.store.read(tables -> tables.dags().find("bad")).orElseThrow().isPaused())
          .isTrue();
    }
  }
}
