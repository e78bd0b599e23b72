package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.cli.ClienteleCommand;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.dagfile.DagFolder;
import io.clientele.jobs.schedule.dagfile.LoadSettings;
import io.clientele.jobs.schedule.template.CommandTemplates;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.testkit.TestSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A night by the tasks of the shipped DAG, each by its command line as the scheduler renders it.
 */
final class ShippedNight {
  private static final Path ROOT = Path.of(System.getProperty("clientele.root", ".."));

  private ShippedNight() {}

  /** Runs the tasks of the night that ends on that day, in their order. */
  static void run(Shop shop, LocalDate day) {
    TestSpark.session(); // the commands find a session and start none
    for (List<String> command : nightOf(day)) {
      assertThat(execute(shop, command)).as(String.join(" ", command)).isZero();
    }
  }

  private static int execute(Shop shop, List<String> command) {
    List<String> words = new ArrayList<>(List.of("--project", shop.folder().toString()));
    words.addAll(command);
    return ClienteleCommand.commandLine().execute(words.toArray(String[]::new));
  }

  /** Command lines of the run whose interval ends in the morning of that day, in their order. */
  private static List<List<String>> nightOf(LocalDate day) {
    DagDefinition dag =
        DagFolder.loadFile(
                ROOT.resolve("jobs/dags/nightly.yaml"), new LoadSettings(false, Map.of()))
            .dags()
            .get(0)
            .definition();
    TaskContext.Run run = run(dag, day);
    return dag.tasks().stream().map(task -> words(dag, task, run)).toList();
  }

  private static TaskContext.Run run(DagDefinition dag, LocalDate day) {
    DataInterval night =
        dag.timetable().manualInterval(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    return new TaskContext.Run(
        RunIds.of(RunType.SCHEDULED, night.end()),
        RunType.SCHEDULED,
        "running",
        Optional.of(night.start()),
        Optional.of(night),
        night.end(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static List<String> words(DagDefinition dag, TaskDefinition task, TaskContext.Run run) {
    TaskContext context =
        new TaskContext(
            dag,
            task,
            run,
            Optional.empty(),
            1,
            Map.of(),
            name -> Optional.empty(),
            (id, key) -> Optional.empty());
    String command = new CommandTemplates().render(context).command();
    assertThat(command).startsWith("clientele ");
    return Arrays.stream(command.replace("\"", "").split(" ")).skip(1).toList();
  }
}
