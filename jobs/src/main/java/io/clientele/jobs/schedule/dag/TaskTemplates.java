package io.clientele.jobs.schedule.dag;

/** Fills in the templates of a task's command, environment and working folder. */
@FunctionalInterface
public interface TaskTemplates {
  /**
   * Renders the templates of the task in the context; only called for a task with a command.
   *
   * @throws RuntimeException when a template fails; the attempt has failed then
   */
  RenderedCommand render(TaskContext context);
}
