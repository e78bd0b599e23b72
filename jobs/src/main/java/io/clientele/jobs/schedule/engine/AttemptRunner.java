package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RenderedCommand;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.dag.TaskTemplates;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a task from its template to the end of its process. */
final class AttemptRunner {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptRunner.class);

  private final DagBag bag;
  private final TaskTemplates templates;
  private final TaskContexts contexts;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final Map<String, String> environment;

  AttemptRunner(
      DagBag bag,
      TaskTemplates templates,
      TaskContexts contexts,
      SchedulerSettings settings,
      Clock clock,
      Map<String, String> environment) {
    this.bag = bag;
    this.templates = templates;
    this.contexts = contexts;
    this.settings = settings;
    this.clock = clock;
    this.environment = environment;
  }

  Attempt attempt(TaskInstance task, Consumer<AttemptEvent> report) {
    return new Attempt(task, report);
  }

  /** One attempt; it may be ended from outside at any time. */
  final class Attempt implements Runnable {
    private final TaskInstance task;
    private final Consumer<AttemptEvent> report;
    private final Path log;
    private final AtomicReference<ChildProcess> child = new AtomicReference<>();
    private volatile boolean unwanted;
    private volatile boolean handedOver;

    private Attempt(TaskInstance task, Consumer<AttemptEvent> report) {
      this.task = task;
      this.report = report;
      this.log = new TaskLogs(settings.logs()).file(task);
    }

    @Override
    public void run() {
      AttemptEvent.End end;
      try {
        end = perform();
      } catch (IOException | RuntimeException e) {
        LOG.warn("attempt of {} {} failed: {}", task.dagId(), task.taskId(), e.getMessage());
        end = end(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()), false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        end = end(Optional.empty(), Optional.empty(), "interrupted", false);
      }
      writeEnd(end);
      report.accept(AttemptEvent.ended(task.attemptId(), end));
    }

    private AttemptEvent.End perform() throws IOException, InterruptedException {
      DagDefinition dag = bag.find(task.dagId()).orElseThrow();
      TaskDefinition definition = dag.task(task.taskId()).orElseThrow();
      Bash bash = definition.bash().orElseThrow();
      TaskLogs.begin(log, "[" + clock.instant() + "] attempt " + task.tryNumber());
      TaskContext context = contexts.of(dag, definition, task);
      RenderedCommand rendered = templates.render(context);
      TaskLogs.append(log, clock.instant(), "running: " + rendered.command());
      long offset = Files.size(log);
      Path folder = folder(rendered);
      try {
        return await(start(rendered, bash, context, folder), definition, rendered, offset);
      } finally {
        if (rendered.cwd().isEmpty()) {
          Folders.delete(folder);
        }
      }
    }

    private Path folder(RenderedCommand rendered) throws IOException {
      if (rendered.cwd().isEmpty()) {
        return Folders.fresh(TaskLogs.work(log));
      }
      Path folder = Path.of(rendered.cwd().get());
      if (!Files.isDirectory(folder)) {
        throw new IOException(
            "Cannot run in " + folder + ": there is no such folder; correct cwd.");
      }
      return folder;
    }

    private ChildProcess start(
        RenderedCommand rendered, Bash bash, TaskContext context, Path folder) throws IOException {
      Map<String, String> variables = TaskEnvironment.of(environment, bash, rendered, context);
      ChildProcess started = ChildProcess.start(rendered.command(), variables, folder, log);
      child.set(started);
      if (unwanted || handedOver) {
        started.end(settings.killGrace());
      }
      report.accept(AttemptEvent.started(task.attemptId(), started.pid()));
      return started;
    }

    private AttemptEvent.End await(
        ChildProcess started, TaskDefinition definition, RenderedCommand rendered, long offset)
        throws InterruptedException, IOException {
      Optional<Integer> code = started.await(definition.executionTimeout());
      if (code.isEmpty()) {
        started.end(settings.killGrace());
        started.await(Optional.empty());
        String limit = String.valueOf(definition.executionTimeout().orElseThrow().toSeconds());
        return end(
            Optional.empty(), Optional.empty(), "longer than its limit of " + limit + " s", false);
      }
      boolean isFinal =
          rendered.command().strip().matches("(?s)(\\S*/)?clientele\\s.*")
              && settings.finalExitCodes().contains(code.get());
      return end(code, Optional.of(TaskLogs.lastLine(log, offset)), why(code.get()), isFinal);
    }

    private String why(int code) {
      return code == 0 ? "" : "exit code " + code;
    }

    private AttemptEvent.End end(
        Optional<Integer> code, Optional<String> lastLine, String why, boolean isFinal) {
      Instant now = clock.instant();
      boolean isOver = code.isPresent() && code.get() == 0;
      return handedOver && !isOver
          ? new AttemptEvent.End(
              now, code, lastLine, "handed over: its scheduler stops", false, true)
          : new AttemptEvent.End(now, code, lastLine, why, isFinal, false);
    }

    private void writeEnd(AttemptEvent.End end) {
      try {
        String code = end.exitCode().map(number -> "exit code " + number).orElse("no exit code");
        String why =
            end.message().isEmpty() || end.message().equals(code) ? "" : ": " + end.message();
        Files.createDirectories(log.getParent());
        if (Files.notExists(log)) {
          TaskLogs.begin(log, "[" + clock.instant() + "] attempt " + task.tryNumber());
        }
        TaskLogs.append(log, end.at(), "ended with " + code + why);
      } catch (IOException e) {
        LOG.warn("cannot write {}: {}", log, e.getMessage());
      }
    }

    /** Ends the process; what it reports then is of no interest. */
    void end() {
      unwanted = true;
      endChild();
    }

    /** Ends the process so that another scheduler may start the task again. */
    void handOver() {
      handedOver = true;
      endChild();
    }

    private void endChild() {
      ChildProcess started = child.get();
      if (started != null) {
        started.end(settings.killGrace());
      }
    }
  }
}
