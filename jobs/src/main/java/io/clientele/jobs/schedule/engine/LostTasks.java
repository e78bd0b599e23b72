package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.store.Schedulers;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.pipeline.metadata.Holder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes over the tasks of scheduler processes that are gone; the attempt counts. */
final class LostTasks {
  private final Pass pass;
  private final Holder here;

  LostTasks(Pass pass, Holder here) {
    this.pass = pass;
    this.here = here;
  }

  void takeOver() {
    Map<String, Schedulers.Entry> alive = new HashMap<>();
    for (Schedulers.Entry scheduler : pass.tables().schedulers().all()) {
      if (isGone(scheduler)) {
        pass.tables().schedulers().remove(scheduler.id());
      } else {
        alive.put(scheduler.id(), scheduler);
      }
    }
    for (TaskInstance task : pass.tables().tasks().occupying()) {
      Optional<String> owner =
          task.worker().map(TaskInstance.Worker::scheduler).filter(id -> task.isUnderWay());
      if (owner.isPresent() && !alive.containsKey(owner.get()) && !orphanLives(task)) {
        settle(task, owner.get());
      }
    }
  }

  /** A process that ended well before its scheduler could note it is not run again. */
  private void settle(TaskInstance task, String owner) {
    Path log = new TaskLogs(pass.settings().logs()).file(task);
    Folders.delete(TaskLogs.work(log));
    TaskLogs.leftBehind(log)
        .filter(result -> result.exitCode() == 0)
        .ifPresentOrElse(
            result -> new Attempts(pass).found(task, result),
            () -> new Attempts(pass).lost(task, "its scheduler process " + owner + " is gone"));
  }

  /** A process of this computer that has ended is gone at once, another one when it is silent. */
  private boolean isGone(Schedulers.Entry scheduler) {
    return scheduler.process().isDeadHere(here)
        || scheduler.heartbeatAt().isBefore(pass.now().minus(pass.settings().staleAfter()));
  }

  /** Never two attempts at a time: what its scheduler left behind here ends first. */
  private boolean orphanLives(TaskInstance task) {
    TaskInstance.Worker worker = task.worker().orElseThrow();
    if (!worker.host().equals(here.host()) || worker.pid().isEmpty()) {
      return false;
    }
    return ProcessHandle.of(worker.pid().get())
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedLater(process, task))
        .map(
            process -> {
              ProcessTree.of(process).kill();
              return process.isAlive();
            })
        .orElse(false);
  }

  /** A process number may be used again by a process that has nothing to do with the task. */
  private static boolean startedLater(ProcessHandle process, TaskInstance task) {
    return process
            .info()
            .startInstant()
            .flatMap(
                start -> task.times().startedAt().map(at -> !start.isBefore(at.minusSeconds(2))))
            .orElse(false)
        && process.info().command().filter(command -> command.endsWith("bash")).isPresent();
  }
}
