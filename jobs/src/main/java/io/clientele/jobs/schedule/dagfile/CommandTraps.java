package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.template.Template;
import io.clientele.jobs.schedule.template.TemplateException;
import java.util.ArrayList;
import java.util.List;

/** What Airflow and we would take differently in the templates of a command. */
final class CommandTraps {
  private CommandTraps() {}

  /** Refuses templates that are not rendered alike, and texts that Airflow takes for file names. */
  static void check(Fields task, Problems problems) {
    for (YamlValue value : templates(task)) {
      String text = (String) value.content();
      if (text.endsWith(".sh") || text.endsWith(".bash")) {
        problems.refuse(
            value.place(),
            "Airflow takes a text that ends in .sh or .bash for a template file",
            "add a blank at its end, inside quotes");
      }
      try {
        Template.parse(text).check();
      } catch (TemplateException refused) {
        problems.refuse(value.place(), refused.getMessage(), "correct the template");
      }
    }
  }

  /** Refuses {@code $NAME}, which Airflow would fill in when it reads the file, if it is set. */
  static void checkDollars(Fields task, Problems problems) {
    for (YamlValue value : templates(task)) {
      String name = EnvironmentNames.first((String) value.content());
      if (!name.isEmpty()) {
        problems.refuse(
            value.place(),
            name + " is filled in when Airflow reads the file, not when the task runs",
            "give the value with {{ }} or print it with printenv; $( ) and $1 are fine");
      }
    }
  }

  private static List<YamlValue> templates(Fields task) {
    List<YamlValue> texts = new ArrayList<>();
    for (String key : List.of("bash_command", "cwd")) {
      task.value(key).filter(value -> value.content() instanceof String).ifPresent(texts::add);
    }
    task.value("env")
        .filter(YamlValue::isMapping)
        .ifPresent(
            env ->
                env.mapping().values().stream()
                    .filter(value -> value.content() instanceof String)
                    .forEach(texts::add));
    return texts;
  }
}
