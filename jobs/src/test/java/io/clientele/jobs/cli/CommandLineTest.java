package io.clientele.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int clientele(String... arguments) {
    CommandLine line = ClienteleCommand.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(clientele("--help")).isZero();
    assertThat(out.toString())
        .contains("nightly", "lists", "report", "sql", "explain", "quarantine", "doctor");
  }

  @Test
  void everyCommandHasADescriptionAndHelp() {
    ClienteleCommand.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().usageMessage().description())
                    .as("description of " + name)
                    .isNotEmpty());
  }

  @Test
  void anUnknownCommandIsAUsageErrorThatNamesTheNearest() {
    assertThat(clientele("nightli")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("nightly");
  }

  @Test
  void aFolderWithoutConfigurationSaysWhatToDo() {
    assertThat(clientele("status", "--project", folder.toString())).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("Cannot find project").contains("clientele init");
  }

  @Test
  void aWrongConfigurationSaysTheLineAndNoStackTrace() throws Exception {
    Files.writeString(folder.resolve("clientele.yaml"), "company: {name: A, curency: EUR}\n");
    assertThat(clientele("status", "--project", folder.toString())).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString())
        .contains("line 1")
        .contains("currency")
        .doesNotContain("\tat io.clientele");
  }

  @Test
  void beforeTheFirstNightTheLedgerSaysWhatToDo() throws Exception {
    Files.createDirectory(folder.resolve("files"));
    Files.writeString(
        folder.resolve("clientele.yaml"),
        """
        company: {name: A, time_zone: UTC, currency: EUR}
        sources:
          shop:
            folder: files
            time_zone: UTC
            currency: EUR
            entities:
              sales:
                entity: sales_line
                files: "*.csv"
                map: {order_id: a, product_id: b, quantity: c, unit_price: d, ordered_at: e}
        """);
    assertThat(clientele("runs", "--project", folder.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("no night has run").contains("clientele nightly");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  @Test
  void theProjectMayStandBeforeTheCommand() {
    assertThat(clientele("--project", folder.toString(), "runs")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains(folder.toString());
  }

  @Test
  void debugShowsTheTrace() {
    assertThat(clientele("--debug", "--project", folder.toString(), "runs"))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("\tat io.clientele");
  }

  @Test
  void exitCodesFollowTheKindOfFailureHoweverDeepItLies() {
    Throwable wrongCall = new IllegalArgumentException("Cannot y");
    assertThat(Failures.exitCode(new IllegalStateException("Cannot x", wrongCall)))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(Failures.exitCode(new IllegalStateException("Cannot x")))
        .isEqualTo(ExitCodes.FAILED);
  }
}
