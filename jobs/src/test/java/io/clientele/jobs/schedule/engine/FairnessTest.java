package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Pools;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairnessTest {
  @TempDir Path folder;

  @Test
  void tonightsRunGoesBeforeABackfillThatIsOlder() {
    DagDefinition dag =
        DagDefinition.dag("daily", SchedulerTest.DAILY)
            .tasks(task("a").bash("true").build(), task("b").bash("true").after("a").build())
            .build();
    try (Engine engine = new Engine(folder, SchedulerTest.NOW, dag)) {
      engine.settle();
      engine.store.change(
          tables -> tables.pools().set(new Pools.Pool("default_pool", 1, Optional.empty())));
      engine.backfills.create(
          new BackfillActions.Request(
              "daily",
              new BackfillPlan(
                  Instant.parse("2026-04-01T00:00:00Z"),
                  Instant.parse("2026-04-06T00:00:00Z"),
                  false,
                  Reprocess.NONE),
              10,
              Optional.empty(),
              new DagRun.Origin("backfill", Optional.empty())));
      engine.until(() -> running(engine).size() == 1);
      assertThat(running(engine).get(0).runId()).startsWith("backfill__");
      engine.clock.pass(Duration.ofDays(1));
      String tonight = "scheduled__2026-05-05T00:00:00+00:00";
      engine.until(() -> isDone(engine, tonight));
      long waiting =
          engine.runs("daily").stream()
              .filter(run -> run.isBackfill() && !run.state().isFinished())
              .count();
      assertThat(waiting).as("runs of the backfill that came later").isGreaterThanOrEqualTo(5);
      engine.settle();
      assertThat(engine.runs("daily")).allMatch(run -> run.state().isFinished());
    }
  }

  private static List<TaskInstance> running(Engine engine) {
    return engine.store.read(tables -> tables.tasks().list("state = 'running'"));
  }

  private static boolean isDone(Engine engine, String runId) {
    return engine
        .store
        .read(tables -> tables.runs().find("daily", runId))
        .filter(run -> run.state().isFinished())
        .isPresent();
  }
}
