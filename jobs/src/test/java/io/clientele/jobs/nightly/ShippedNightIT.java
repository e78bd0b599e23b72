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
import io.clientele.warehouse.spec.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped DAG's tasks, each by its own command line as the scheduler renders it, give the
 * tables and the list that {@code clientele nightly} gives.
 */
class ShippedNightIT {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final Path ROOT = Path.of(System.getProperty("clientele.root", ".."));

  @TempDir private static Path temp;

  @Test
  void itsTasksAndTheNightlyCommandGiveEqualTables() throws IOException {
    Path generated = Shop.generate(temp.resolve("generated"));
    Shop inTasks = Shop.in(temp.resolve("in-tasks"), generated).receives(FIRST, Shop.END);
    Shop atOnce = Shop.in(temp.resolve("at-once"), generated).receives(FIRST, Shop.END);
    TestSpark.session(); // the commands find a session and start none
    for (List<String> command : nightOf(Shop.END)) {
      assertThat(execute(inTasks, command)).as(String.join(" ", command)).isZero();
    }
    assertThat(execute(atOnce, List.of("nightly", "--date", Shop.END.toString()))).isZero();
    Map<String, String> expected = atOnce.fingerprint(tables(atOnce));
    assertThat(expected.get("scr_customer_churn")).doesNotStartWith("0 rows");
    assertThat(inTasks.fingerprint(tables(inTasks))).isEqualTo(expected);
    assertThat(list(inTasks)).isEqualTo(list(atOnce)).isNotEmpty();
  }

  private static int execute(Shop shop, List<String> command) {
    List<String> words = new ArrayList<>(List.of("--project", shop.folder().toString()));
    words.addAll(command);
    return ClienteleCommand.commandLine().execute(words.toArray(String[]::new));
  }

  private static Stream<String> tables(Shop shop) {
    return shop.open().config().warehouse().tables().stream().map(TableSpec::name);
  }

  private static String list(Shop shop) throws IOException {
    return Files.readString(shop.folder().resolve("output/churn-list.csv"));
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
