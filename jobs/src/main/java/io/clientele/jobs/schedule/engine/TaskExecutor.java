package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.store.TaskInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs attempts, each in a child process watched by a thread, and keeps what they report. */
final class TaskExecutor {
  private final AttemptRunner runner;
  private final Runnable wake;
  private final Map<String, AttemptRunner.Attempt> running = new ConcurrentHashMap<>();
  private final Queue<AttemptEvent> events = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "clientele-task");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param wake called whenever there is something to apply
   */
  TaskExecutor(AttemptRunner runner, Runnable wake) {
    this.runner = runner;
    this.wake = wake;
  }

  int running() {
    return running.size();
  }

  Set<String> attempts() {
    return Set.copyOf(running.keySet());
  }

  void start(TaskInstance task) {
    AttemptRunner.Attempt attempt = runner.attempt(task, this::report);
    running.put(task.attemptId(), attempt);
    threads.execute(attempt);
  }

  private void report(AttemptEvent event) {
    events.add(event);
    wake.run();
  }

  /** What was reported and not yet forgotten, oldest first. */
  List<AttemptEvent> reported() {
    return new ArrayList<>(events);
  }

  /** Forgets what has been written; an attempt that ended is no more. */
  void forget(List<AttemptEvent> written) {
    events.removeAll(written);
    written.stream()
        .filter(event -> event.end().isPresent())
        .forEach(event -> running.remove(event.attemptId()));
  }

  /** Ends an attempt that nobody wants any more. */
  void end(String attemptId) {
    AttemptRunner.Attempt attempt = running.get(attemptId);
    if (attempt != null) {
      threads.execute(attempt::end);
    }
  }

  /** Ends all attempts so that others may go on with them; they do not count. */
  void handOverAll() {
    running.values().forEach(attempt -> threads.execute(attempt::handOver));
  }

  void close() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.SECONDS);
  }
}
