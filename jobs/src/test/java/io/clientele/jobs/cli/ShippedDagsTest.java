package io.clientele.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.dagfile.DagFolder;
import io.clientele.jobs.schedule.dagfile.LoadSettings;
import io.clientele.jobs.schedule.dagfile.LoadedDag;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A task that cannot work is not shipped. */
class ShippedDagsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("clientele.root", ".."), "jobs", "dags");

  private static DagFolder.Contents shipped() {
    return DagFolder.load(FOLDER, new LoadSettings(false, Map.of()));
  }

  @Test
  void everyFileLoadsWithoutAWarning() {
    assertThat(shipped().errors()).isEmpty();
    assertThat(shipped().warnings()).isEmpty();
    assertThat(shipped().dags())
        .extracting(dag -> dag.definition().dagId())
        .containsExactly(
            "clientele_maintenance",
            "clientele_monthly_reports",
            "clientele_nightly",
            "clientele_weekly_retraining",
            "clientele_weekly_audit");
  }

  @Test
  void everyCommandExistsWithItsOptions() {
    for (LoadedDag dag : shipped().dags()) {
      dag.definition().tasks().forEach(ShippedDagsTest::parses);
    }
  }

  private static void parses(TaskDefinition task) {
    String command = task.bash().map(Bash::command).orElseThrow();
    String rendered =
        command
            .replace(
                "{{ (dag_run.data_interval_end or dag_run.run_after) | ts }}",
                "2026-01-01T02:00:00+00:00")
            .replaceAll("\\{\\{.*?\\}\\}", "x")
            .replace("\"", "");
    List<String> words = Arrays.asList(rendered.split(" "));
    if (words.get(0).equals("mkdir")) {
      return;
    }
    assertThat(words.get(0)).isEqualTo("clientele");
    CommandLine.ParseResult parsed =
        ClienteleCommand.commandLine()
            .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(parsed.hasSubcommand()).as(command).isTrue();
  }

  @Test
  void theNightIsAChainThatEndsInItsPublication() {
    DagDefinition night =
        shipped().dags().stream()
            .map(LoadedDag::definition)
            .filter(dag -> dag.dagId().equals("clientele_nightly"))
            .findFirst()
            .orElseThrow();
    List<String> ids = night.tasks().stream().map(TaskDefinition::taskId).toList();
    assertThat(ids).hasSize(8).first().isEqualTo("extract");
    assertThat(ids.get(7)).isEqualTo("publish");
    for (int i = 1; i < ids.size(); i++) {
      assertThat(night.tasks().get(i).upstream()).containsExactly(ids.get(i - 1));
    }
  }
}
