package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.PastDependency;
import io.clientele.jobs.schedule.state.PastDependency.PreviousRun;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks up what a task asks of the run before its own. */
final class Past {
  private final Pass pass;
  private final DagShape shape;
  private final DagRun run;

  Past(Pass pass, DagShape shape, DagRun run) {
    this.pass = pass;
    this.shape = shape;
    this.run = run;
  }

  boolean allows(TaskDefinition task) {
    if (!task.dependsOnPast() || run.logicalDate().isEmpty()) {
      return true;
    }
    boolean isFirstOfBackfill = run.backfill().filter(in -> in.ordinal() == 0).isPresent();
    return new PastDependency(task.dependsOnPast(), task.waitsForDownstream(), true)
        .isMet(previous(task, run.logicalDate().get()), isFirstOfBackfill);
  }

  private Optional<PreviousRun> previous(TaskDefinition task, Instant logicalDate) {
    boolean catchup = shape.dag().catchup();
    return pass.tables()
        .runs()
        .before(run.dagId(), logicalDate, catchup)
        .filter(before -> !catchup || !isBeforeStart(before))
        .map(
            before ->
                new PreviousRun(
                    state(before, task.taskId()),
                    downstreams(before, task.taskId()),
                    pass.tables().tasks().ranBefore(run.dagId(), task.taskId(), logicalDate)));
  }

  private boolean isBeforeStart(DagRun before) {
    return shape
        .dag()
        .startDate()
        .filter(start -> before.logicalDate().orElseThrow().isBefore(start))
        .isPresent();
  }

  private Optional<TaskState> state(DagRun before, String taskId) {
    return pass.tables()
        .tasks()
        .find(before.dagId(), before.runId(), taskId)
        .map(TaskInstance::state);
  }

  private List<TaskState> downstreams(DagRun before, String taskId) {
    return shape.graph().downstream(taskId).stream()
        .flatMap(task -> state(before, task).stream())
        .toList();
  }
}
