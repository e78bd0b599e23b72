package io.clientele.jobs.schedule.template;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.RenderedCommand;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskTemplates;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills in command, environment and working folder of a task, the fields that Airflow renders. */
public final class CommandTemplates implements TaskTemplates {
  @Override
  public RenderedCommand render(TaskContext context) {
    Bash bash =
        context
            .task()
            .bash()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot render task %s: it has no command; give it a bash_command."
                            .formatted(context.task().taskId())));
    return new RenderedCommand(
        rendered("bash_command", bash.command(), context),
        bash.env().map(env -> rendered(env, context)),
        bash.cwd().map(cwd -> rendered("cwd", cwd, context)));
  }

  private static Map<String, String> rendered(Map<String, String> env, TaskContext context) {
    Map<String, String> rendered = new LinkedHashMap<>();
    env.forEach((name, text) -> rendered.put(name, rendered("env." + name, text, context)));
    return rendered;
  }

  private static String rendered(String field, String text, TaskContext context) {
    try {
      return Template.parse(text).render(context);
    } catch (TemplateException failed) {
      throw new TemplateException(
          failed.kind(),
          "Cannot render %s of task %s in run %s: %s; correct the template or the run's values."
              .formatted(
                  field, context.task().taskId(), context.run().runId(), failed.getMessage()));
    }
  }
}
