package io.clientele.jobs.schedule.dagfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** DAG files of a few lines. */
final class DagText {
  static final String BASH = "airflow.providers.standard.operators.bash.BashOperator";

  private DagText() {}

  /** A DAG with keys beside a task that prints nothing. */
  static String dag(String keys) {
    return "d:\n" + keys.indent(2) + task("");
  }

  /** The tasks of {@link #dag}: one, with keys of its own. */
  static String task(String keys) {
    return ("tasks:\n  - task_id: t\n    operator: %s\n    bash_command: \"true\"\n".formatted(BASH)
            + keys.indent(4))
        .indent(2);
  }

  static String dagWithTask(String keys) {
    return "d:\n  schedule: null\n" + task(keys);
  }

  static List<LoadedDag> load(String text, Map<String, String> environment) {
    return new DagFileReader(Path.of("d.yaml"), new LoadSettings(false, environment)).dags(text);
  }

  static LoadedDag load(String text) {
    return load(text, Map.of()).get(0);
  }

  /** What is warned of. */
  static List<String> warnings(String text) {
    DagFileReader reader = new DagFileReader(Path.of("d.yaml"), new LoadSettings(false, Map.of()));
    reader.dags(text);
    return reader.warnings();
  }
}
