package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.config.ConfigLoader;
import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.dagfile.DagFolder;
import io.clientele.jobs.schedule.dagfile.LoadSettings;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped night runs each step of {@code clientele nightly}, once. */
class NightlyDagTest {
  private static final Path ROOT = Path.of(System.getProperty("clientele.root", ".."));

  @Test
  void tasksRunEveryStepOfTheNightOnce() {
    ClienteleConfig config = ConfigLoader.load(ROOT.resolve("sample-data/clientele.yaml"));
    List<Step> all = NightlyJob.steps(config, Optional.empty());
    List<String> run = new ArrayList<>();
    for (TaskDefinition task : night()) {
      StepSelection.of(all, named(task)).forEach(step -> run.add(step.name()));
    }
    assertThat(run).containsExactlyInAnyOrderElementsOf(all.stream().map(Step::name).toList());
  }

  @Test
  void noTaskReadsWhatALaterOneWrites() {
    ClienteleConfig config = ConfigLoader.load(ROOT.resolve("sample-data/clientele.yaml"));
    List<Step> all = NightlyJob.steps(config, Optional.empty());
    List<List<Step>> tasks =
        night().stream().map(task -> StepSelection.of(all, named(task))).toList();
    for (int i = 0; i < tasks.size() - 1; i++) {
      Set<String> later = written(tasks.subList(i + 1, tasks.size()));
      for (Step step : tasks.get(i)) {
        assertThat(readsTonight(step)).as(step.name()).doesNotContainAnyElementsOf(later);
      }
    }
  }

  private static Set<String> written(List<List<Step>> tasks) {
    return tasks.stream()
        .flatMap(List::stream)
        .flatMap(step -> step.writes().tables().stream())
        .map(Writes.Write::table)
        .collect(Collectors.toSet());
  }

  /** What last night published may be read before it is written tonight. */
  private static List<String> readsTonight(Step step) {
    return step.reads().tables().stream()
        .filter(read -> read.how() != Reads.How.PUBLISHED)
        .map(Reads.Read::table)
        .toList();
  }

  private static List<TaskDefinition> night() {
    Path file = ROOT.resolve("jobs/dags/nightly.yaml");
    return DagFolder.loadFile(file, new LoadSettings(false, Map.of()))
        .dags()
        .get(0)
        .definition()
        .tasks()
        .stream()
        .filter(task -> command(task).startsWith("clientele run "))
        .toList();
  }

  private static String command(TaskDefinition task) {
    return task.bash().map(Bash::command).orElseThrow();
  }

  private static List<String> named(TaskDefinition task) {
    return Arrays.asList(command(task).replaceAll("clientele run | --run .*", "").split(" "));
  }
}
