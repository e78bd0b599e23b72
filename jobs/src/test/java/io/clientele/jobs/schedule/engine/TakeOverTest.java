package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.DagDefinition.dag;
import static io.clientele.jobs.schedule.dag.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two schedulers on one database, one of which falls silent. */
class TakeOverTest {
  @TempDir Path folder;

  private final DagDefinition dag =
      dag("d", new Unscheduled())
          .tasks(
              task("a")
                  .bash("test $AIRFLOW_CTX_TRY_NUMBER = 2 || sleep 300")
                  .retryPolicy(new RetryPolicy(1, Duration.ZERO, 0, Optional.empty()))
                  .build())
          .build();

  @Test
  void theTasksOfASilentSchedulerAreTakenOverAndTheAttemptCounts() {
    MutableClock clock = new MutableClock(SchedulerTest.NOW);
    String url = MetadataDatabase.defaultUrl(folder);
    try (Engine lost = new Engine(url, folder, clock, dag);
        Engine other = new Engine(url, folder, clock, dag)) {
      String run =
          lost.actions
              .trigger(
                  TriggerRequest.now(
                      "d", clock.instant(), new DagRun.Origin("cli", Optional.empty())))
              .runId();
      lost.until(() -> lost.scheduler.running() == 1);
      other.scheduler.pass();
      assertThat(other.task("d", run, "a").state()).isEqualTo(TaskState.RUNNING);
      clock.pass(Duration.ofSeconds(31));
      other.scheduler.pass();
      TaskInstance first = other.task("d", run, "a");
      assertThat(first.state()).isEqualTo(TaskState.UP_FOR_RETRY);
      assertThat(first.message().orElseThrow())
          .isEqualTo("its scheduler process " + lost.scheduler.id() + " is gone");
      clock.pass(Duration.ofMillis(1));
      other.settle();
      assertThat(other.task("d", run, "a").tryNumber()).isEqualTo(2);
      assertThat(other.actions.run("d", run).state()).isEqualTo(RunState.SUCCESS);
      // The silent one wakes up: its process is ended and nothing it says counts.
      lost.settle();
      assertThat(lost.scheduler.running()).isZero();
      assertThat(other.actions.run("d", run).state()).isEqualTo(RunState.SUCCESS);
    }
  }

  @Test
  void aTaskHandedOverAtTheEndDoesNotCount() {
    MutableClock clock = new MutableClock(SchedulerTest.NOW);
    String url = MetadataDatabase.defaultUrl(folder);
    try (Engine engine = new Engine(url, folder, clock, dag)) {
      String run =
          engine
              .actions
              .trigger(
                  TriggerRequest.now(
                      "d", clock.instant(), new DagRun.Origin("cli", Optional.empty())))
              .runId();
      engine.until(() -> engine.scheduler.running() == 1);
      engine.scheduler.stopClaiming();
      engine.scheduler.handOver();
      engine.settle();
      TaskInstance task = engine.task("d", run, "a");
      assertThat(task.maxTries()).as("one more may fail").isEqualTo(2);
      assertThat(engine.scheduler.running()).isZero();
      assertThat(task.state()).isNotIn(TaskState.FAILED, TaskState.RUNNING);
    }
  }
}
