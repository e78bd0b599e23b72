package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Notices.Kind;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences people read: what happened, why, and the next move. */
final class Wording {
  private final SchedulerStore store;

  Wording(SchedulerStore store) {
    this.store = store;
  }

  Message failed(DagRun run) {
    List<TaskInstance> failed =
        store.read(tables -> tables.tasks().of(run.dagId(), run.runId())).stream()
            .filter(task -> task.is(TaskState.FAILED))
            .toList();
    String reasons = failed.stream().map(Wording::reason).collect(Collectors.joining("\n"));
    String move =
        failed.isEmpty()
            ? "clientele tasks states-for-dag-run %s '%s'".formatted(run.dagId(), run.runId())
            : "clientele tasks logs %s %s '%s'"
                .formatted(run.dagId(), failed.get(0).taskId(), run.runId());
    return message(
        Kind.FAILED,
        run,
        "failed for good" + (failed.isEmpty() ? "" : ": " + failed.get(0).taskId()),
        """
        Run %s of %s has failed; it is not tried again.
        %s
        What was published before is still valid.
        Next: %s
        When the cause is mended: clientele tasks clear %s --run-id '%s' --only-failed --downstream --yes"""
            .formatted(
                run.runId(),
                run.dagId(),
                reasons.isEmpty() ? reason(run.reason()) : reasons,
                move,
                run.dagId(),
                run.runId()));
  }

  private static String reason(TaskInstance task) {
    return "Task %s, attempt %d: %s."
        .formatted(task.taskId(), task.tryNumber(), task.message().orElse("failed"));
  }

  private static String reason(RunOutcome.Reason reason) {
    return "Reason: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
  }

  Message recovered(DagRun run) {
    return message(
        Kind.RECOVERED,
        run,
        "has recovered",
        "Run %s of %s has succeeded; the failure told before is over."
            .formatted(run.runId(), run.dagId()));
  }

  Message late(Lateness.Late late) {
    long minutes = late.by().toMinutes();
    return message(
        Kind.LATE,
        late.run(),
        "will be %d minutes late".formatted(minutes),
        """
        Run %s of %s will end about %s, %d minutes later than usual; what was published last is still valid.
        Next: nothing, unless it must not wait: clientele tasks states-for-dag-run %s '%s'"""
            .formatted(
                late.run().runId(),
                late.run().dagId(),
                late.expectedEnd(),
                minutes,
                late.run().dagId(),
                late.run().runId()));
  }

  private static Message message(Kind kind, DagRun run, String what, String text) {
    String subject = "Clientele: " + run.dagId() + " " + what;
    return new Message(kind, run.dagId(), run.runId(), subject, text);
  }
}
