package io.clientele.jobs.schedule.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Notices;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-05-05T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private final List<Message> told = new ArrayList<>();
  private MetadataDatabase database;
  private SchedulerStore store;

  private final DagDefinition dag =
      DagDefinition.dag("nightly", new Unscheduled())
          .tasks(
              TaskDefinition.task("load").bash("true").build(),
              TaskDefinition.task("publish").bash("true").after("load").build())
          .build();

  @BeforeEach
  void open() {
    database = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder));
    store = new SchedulerStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private final class Remembering implements Channel {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public void send(Message message) {
      told.add(message);
    }
  }

  private void tell(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Lateness lateness = new Lateness(store, () -> List.of(dag), clock);
    new Notifier(store, lateness, List.of(new Remembering()), clock).tell();
  }

  /** A run due at an instant; it starts at once. */
  private DagRun run(Instant due) {
    DagRun run =
        DagRun.queued(
            "nightly",
            RunIds.of(RunType.SCHEDULED, due),
            RunType.SCHEDULED,
            new DagRun.Dates(Optional.of(due), Optional.of(DataInterval.at(due)), due),
            DagRun.Origin.TIMETABLE,
            due);
    store.change(
        tables -> {
          tables.runs().insert(run);
          tables.runs().save(run.started(due));
        });
    return run.started(due);
  }

  private void end(DagRun run, RunState state, Instant at) {
    RunOutcome outcome =
        new RunOutcome(
            state,
            state == RunState.FAILED ? RunOutcome.Reason.TASK_FAILURE : RunOutcome.Reason.NONE);
    store.change(tables -> tables.runs().save(run.ended(outcome, at)));
  }

  private TaskInstance task(DagRun run, String taskId, Instant start) {
    TaskInstance task =
        TaskInstance.fresh(run.dagId(), run.runId(), taskId, 1)
            .scheduled(start)
            .queued(start)
            .running(new TaskInstance.Worker("s", "h", Optional.empty()), start);
    store.change(
        tables -> {
          tables.tasks().insert(task);
          tables.tasks().save(task);
        });
    return task;
  }

  private void save(TaskInstance task) {
    store.change(tables -> tables.tasks().save(task));
  }

  @Test
  void aFailureAndTheRecoveryFromItAreToldOnceEach() {
    DagRun bad = run(MIDNIGHT);
    save(
        task(bad, "publish", MIDNIGHT)
            .ended(TaskState.FAILED, MIDNIGHT.plus(HOUR), Optional.of(3), "exit code 3"));
    tell(MIDNIGHT.plus(HOUR));
    assertThat(told).as("it is not over yet").isEmpty();
    end(bad, RunState.FAILED, MIDNIGHT.plus(HOUR));
    tell(MIDNIGHT.plus(HOUR));
    tell(MIDNIGHT.plus(HOUR));
    assertThat(told).extracting(Message::kind).containsExactly(Notices.Kind.FAILED);
    assertThat(told.get(0).subject()).isEqualTo("Clientele: nightly failed for good: publish");
    assertThat(told.get(0).text())
        .contains("Task publish, attempt 1: exit code 3.")
        .contains("still valid")
        .contains("clientele tasks logs nightly publish 'scheduled__2026-05-05T00:00:00+00:00'");
    DagRun good = run(MIDNIGHT.plus(HOUR).plus(HOUR));
    end(good, RunState.SUCCESS, MIDNIGHT.plus(Duration.ofHours(3)));
    tell(MIDNIGHT.plus(Duration.ofHours(3)));
    tell(MIDNIGHT.plus(Duration.ofHours(3)));
    assertThat(told)
        .extracting(Message::kind)
        .containsExactly(Notices.Kind.FAILED, Notices.Kind.RECOVERED);
  }

  @Test
  void aRetryThatMakesTheRunLateIsForeseen() {
    // Usually: load 20 minutes, publish 10, so the end comes 30 minutes after midnight.
    DagRun usual = run(MIDNIGHT.minus(Duration.ofDays(1)));
    Instant before = MIDNIGHT.minus(Duration.ofDays(1));
    Instant loaded = before.plus(Duration.ofMinutes(20));
    Instant published = before.plus(Duration.ofMinutes(30));
    save(task(usual, "load", before).ended(TaskState.SUCCESS, loaded, Optional.of(0), ""));
    save(task(usual, "publish", loaded).ended(TaskState.SUCCESS, published, Optional.of(0), ""));
    end(usual, RunState.SUCCESS, published);
    DagRun tonight = run(MIDNIGHT);
    TaskInstance load = task(tonight, "load", MIDNIGHT);
    tell(MIDNIGHT.plus(Duration.ofMinutes(5)));
    assertThat(told).as("as usual").isEmpty();
    // It failed after 20 minutes and is tried again after 20 more: 40 + 20 + 10 = 70 minutes.
    Instant failed = MIDNIGHT.plus(Duration.ofMinutes(20));
    save(
        load.ended(TaskState.UP_FOR_RETRY, failed, Optional.of(1), "exit code 1")
            .retryingAt(failed.plus(Duration.ofMinutes(20))));
    tell(failed);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).subject()).isEqualTo("Clientele: nightly will be 40 minutes late");
    tell(failed);
    assertThat(told).hasSize(1);
  }

  @Test
  void aCommandGetsTheTextAndTheFields() throws Exception {
    Path out = folder.resolve("out");
    Message message = new Message(Notices.Kind.FAILED, "nightly", "r1", "Subject ä", "Text");
    new CommandChannel("echo $CLIENTELE_DAG_ID $CLIENTELE_KIND > " + out + "; cat >> " + out)
        .send(message);
    assertThat(out).hasContent("nightly failed\nSubject ä\n\nText\n");
  }

  @Test
  void aWebhookGetsJson() throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Path body = folder.resolve("body");
    server.createContext(
        "/hook",
        exchange -> {
          Files.write(body, exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
      new WebhookChannel(address)
          .send(new Message(Notices.Kind.LATE, "d", "r", "s", "t \"quoted\""));
    } finally {
      server.stop(0);
    }
    assertThat(Files.readString(body, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"kind\":\"late\",\"dag_id\":\"d\",\"run_id\":\"r\",\"subject\":\"s\",\"text\":\"t"
                + " \\\"quoted\\\"\"}");
  }
}
