package io.clientele.jobs.schedule.dagfile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Our side of {@code jobs/airflow-check}: what is compared with a real Airflow. */
public final class AirflowCheck {
  private AirflowCheck() {}

  /**
   * {@code runs FOLDER FROM UNTIL [FROM UNTIL …]} prints the scheduled runs of a folder's DAGs,
   * {@code definitions FOLDER} what was understood of its tasks; {@code loaders FOLDER OUT} and
   * {@code plain FOLDER OUT} write what Airflow loads.
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
    LoadSettings settings = LoadSettings.standard();
    switch (arguments[0]) {
      case "runs" -> runs(folder, rest, settings);
      case "definitions" ->
          DagFolder.load(folder, settings)
              .dags()
              .forEach(dag -> DefinitionList.lines(dag.definition()).forEach(System.out::println));
      case "loaders" -> {
        Path out = Path.of(rest.get(0));
        AirflowExport.loaders(folder, out, out, settings).forEach(System.out::println);
      }
      case "plain" ->
          AirflowExport.plain(folder, Path.of(rest.get(0)), settings).forEach(System.out::println);
      default ->
          throw new IllegalArgumentException(
              "Cannot check '%s': there are runs, definitions, loaders and plain; name one."
                  .formatted(arguments[0]));
    }
  }

  private static void runs(Path folder, List<String> windows, LoadSettings settings) {
    DagFolder.Contents contents = DagFolder.load(folder, settings);
    contents.errors().forEach(error -> System.out.println(error.message()));
    for (int i = 0; i + 1 < windows.size(); i += 2) {
      Instant from = Instant.parse(windows.get(i));
      Instant until = Instant.parse(windows.get(i + 1));
      for (LoadedDag dag : contents.dags()) {
        RunList.lines(dag.definition(), from, until).forEach(System.out::println);
      }
    }
  }
}
