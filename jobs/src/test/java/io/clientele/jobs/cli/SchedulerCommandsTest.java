package io.clientele.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands by which people see and steer DAGs, on a DAG of two small tasks. */
class SchedulerCommandsTest {
  private static final String PROJECT =
      """
      sources:
        shop:
          folder: files
          entities:
            sales:
              entity: sales_line
              files: "*.csv"
              map: {order_id: a, product_id: b, quantity: c, unit_price: d, ordered_at: e}
      """;

  private static final String DAG =
      """
      small:
        schedule:
          __type__: airflow.timetables.interval.CronDataIntervalTimetable
          __args__: ["0 3 * * *"]
          timezone: Europe/Paris
        start_date: 2026-01-01
        timezone: Europe/Paris
        catchup: true
        params: {region: all}
        tasks:
          - task_id: load
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo region {{ params.region }}"
          - task_id: publish
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo {{ ti.xcom_pull(task_ids='load') }} on {{ ds }}"
            dependencies: [load]
      """;

  @TempDir Path project;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectory(project.resolve("files"));
    Files.writeString(project.resolve("clientele.yaml"), PROJECT);
    Files.createDirectories(project.resolve("dags"));
    Files.writeString(project.resolve("dags/small.yaml"), DAG);
  }

  /** What a command prints; its exit code must be the expected one. */
  private String run(int code, String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine command =
        ClienteleCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--project";
    all[arguments.length + 1] = project.toString();
    assertThat(command.execute(all)).as(() -> err.toString()).isEqualTo(code);
    return out.toString();
  }

  @Test
  void aNewDagIsListedPausedUntilItIsUnpaused() {
    assertThat(run(0, "dags", "list")).containsPattern("small +small.yaml +0 3 \\* \\* \\* +true");
    assertThat(run(0, "dags", "unpause", "small", "-o", "json"))
        .isEqualToIgnoringNewLines("[{\"dag_id\":\"small\",\"is_paused\":\"false\"}]");
    assertThat(run(0, "dags", "list", "-o", "json")).contains("\"is_paused\":\"false\"");
    assertThat(run(0, "tasks", "list", "small")).isEqualToIgnoringNewLines("loadpublish");
    assertThat(run(0, "dags", "show", "small")).contains("zone Europe/Paris", "with catchup");
  }

  @Test
  void theRunsToComeAreSaidWithoutMakingAny() {
    assertThat(run(0, "dags", "next-execution", "small", "-n", "2"))
        .contains("2026-01-02T02:00:00+00:00", "2026-01-03T02:00:00+00:00")
        .doesNotContain("2026-01-04");
    assertThat(run(0, "dags", "list-runs", "small").lines()).hasSize(1);
  }

  @Test
  void aTriggeredRunWaitsForAScheduler() {
    run(0, "dags", "trigger", "small", "-r", "mine", "-l", "2026-05-04T01:00:00+00:00");
    assertThat(run(0, "dags", "state", "small", "mine")).isEqualToIgnoringNewLines("queued");
    assertThat(run(0, "dags", "state", "small", "2026-05-04T01:00:00+00:00"))
        .isEqualToIgnoringNewLines("queued");
    assertThat(run(0, "dags", "list-runs", "small", "--state", "queued").lines()).hasSize(2);
    assertThat(run(0, "dags", "list-runs", "small", "--state", "failed").lines()).hasSize(1);
    run(ExitCodes.FAILED, "dags", "trigger", "small", "-r", "mine");
    assertThat(err.toString()).contains("Cannot trigger small: a run mine or one of the");
    run(ExitCodes.USAGE, "dags", "trigger", "small", "-r", "has space");
    assertThat(err.toString()).contains("Cannot trigger run 'has space'");
  }

  @Test
  void aDagIsTriedOnceByItself() {
    assertThat(run(0, "dags", "test", "small", "2026-05-04T01:00:00+00:00"))
        .contains("--- load: success", "region all\n", "region all on 2026-05-04\n")
        .endsWith("manual__2026-05-04T01:00:00+00:00: success\n");
    assertThat(run(0, "tasks", "test", "small", "load", "-c", "{\"region\": \"north\"}"))
        .contains("region north\n");
    assertThat(run(0, "dags", "list-runs", "small").lines()).as("nothing is recorded").hasSize(1);
  }

  @Test
  void aBackfillIsSaidBeforeItIsMade() {
    String[] command = {
      "dags", "backfill", "small", "--from-date", "2026-01-01", "--to-date", "2026-01-02"
    };
    String[] dry = Arrays.copyOf(command, command.length + 1);
    dry[command.length] = "--dry-run";
    assertThat(run(0, dry).lines()).hasSize(2).last().asString().endsWith("create");
    assertThat(run(0, command)).containsPattern("1 +small +1");
    run(ExitCodes.FAILED, command);
    assertThat(err.toString()).contains("backfill 1 is still active");
  }

  @Test
  void aRefusedFileIsListedWithItsReason() throws IOException {
    Files.writeString(project.resolve("dags/bad.yaml"), "bad:\n  schedule: '0 24 * * *'\n");
    assertThat(run(ExitCodes.FAILED, "dags", "list-import-errors")).contains("bad.yaml");
    assertThat(run(0, "dags", "list")).contains("small");
  }
}
