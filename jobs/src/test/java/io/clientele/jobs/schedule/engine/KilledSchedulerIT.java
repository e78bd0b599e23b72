package io.clientele.jobs.schedule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real scheduler processes and SIGKILL. */
class KilledSchedulerIT {
  /** The first attempt hangs, and leaves the number of its process; the second one is quick. */
  private static final String HANGS_ONCE =
      "test $AIRFLOW_CTX_TRY_NUMBER != 1 || test $AIRFLOW_CTX_TASK_ID != build ||"
          + " { echo $$ > FOLDER/pid; sleep 300; }";

  @TempDir Path folder;

  private Children children(String url) {
    // One hourly run is owed: that of the last full hour.
    Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
    return new Children(url, folder, start, HANGS_ONCE.replace("FOLDER", folder.toString()));
  }

  @Test
  void theOtherSchedulerTakesOverAndTheAttemptCounts() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Children children = children(server.getJdbcUrl("postgres", "postgres"))) {
      children.start();
      children.start();
      killAndFinish(children);
    }
  }

  @Test
  void theSingleSchedulerBesideSqliteGoesOnWhenItIsStartedAgain() throws Exception {
    try (Children children = children(MetadataDatabase.defaultUrl(folder))) {
      children.start();
      Children.await(
          "the task hangs", Duration.ofSeconds(60), () -> Files.exists(folder.resolve("pid")));
      Children.kill(children.busy());
      children.start();
      finish(children);
    }
  }

  private void killAndFinish(Children children) throws InterruptedException {
    Children.await(
        "the task hangs", Duration.ofSeconds(60), () -> Files.exists(folder.resolve("pid")));
    Children.kill(children.busy());
    finish(children);
  }

  private void finish(Children children) {
    children.awaitRuns(1, Duration.ofSeconds(60));
    DagRun run = children.runs().get(0);
    assertThat(children.succeeded()).isGreaterThanOrEqualTo(1);
    assertThat(tries(children, run)).containsExactly(2, 1, 1);
    TaskInstance first =
        children
            .store
            .read(tables -> tables.tasks().attempts(run.dagId(), run.runId(), "build"))
            .get(0);
    assertThat(first.state()).isEqualTo(TaskState.UP_FOR_RETRY);
    assertThat(first.message().orElseThrow()).endsWith(" is gone");
    assertThat(ProcessHandle.of(pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  /** Attempts of build, publish, stage. */
  private static List<Integer> tries(Children children, DagRun run) {
    return children.store.read(tables -> tables.tasks().of(run.dagId(), run.runId())).stream()
        .map(TaskInstance::tryNumber)
        .toList();
  }

  @Test
  void aSchedulerThatIsAskedToStopHandsItsTaskOver() throws Exception {
    try (Children children = children(MetadataDatabase.defaultUrl(folder))) {
      Process process = children.start();
      Children.await(
          "the task hangs", Duration.ofSeconds(60), () -> Files.exists(folder.resolve("pid")));
      assertThat(children.busy()).isEqualTo(process);
      assertThat(process.isAlive()).isTrue();
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(ProcessHandle.of(pid()).filter(ProcessHandle::isAlive)).isEmpty();
      TaskInstance task =
          children.store.read(tables -> tables.tasks().list("task_id = 'build'")).get(0);
      assertThat(task.state())
          .as("for whoever comes next")
          .isIn(TaskState.UP_FOR_RETRY, TaskState.SCHEDULED, TaskState.QUEUED);
      assertThat(task.maxTries()).as("50 retries, and this attempt does not count").isEqualTo(51);
    }
  }

  private long pid() {
    try {
      return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
