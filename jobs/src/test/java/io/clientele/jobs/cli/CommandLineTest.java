package io.clientele.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.engine.UnknownException;
import io.clientele.pipeline.metadata.RunEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
  void aValueThatCannotBeReadIsSaidInWords() {
    assertThat(clientele("lists", "churn", "--minimum-value", "abc")).isEqualTo(ExitCodes.USAGE);
    assertThat(clientele("nightly", "--date", "2026-13-01")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString())
        .contains("'abc' is no number such as 250")
        .contains("'2026-13-01' is no day such as")
        .doesNotContain("java.", "Exception", "cannot convert");
  }

  @Test
  void aSecondInitIsAUsageError() throws Exception {
    Files.writeString(folder.resolve("clientele.yaml"), "company: {}\n");
    assertThat(clientele("init", "--out", folder.toString())).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("never overwritten");
  }

  @Test
  void aRunningRunWithoutAProcessIsSaidToBeGone() {
    RunEntry run =
        new RunEntry(
            "r1",
            "nightly",
            Instant.EPOCH,
            Optional.empty(),
            RunEntry.State.RUNNING,
            Optional.empty(),
            0,
            "");
    assertThat(StatusCommand.processIsGone(run, Optional.of("r1"))).isEmpty();
    assertThat(StatusCommand.processIsGone(run, Optional.empty()).orElseThrow())
        .contains("Its process is gone", "clientele nightly clears up");
  }

  @Test
  void exitCodesFollowTheKindOfFailureHoweverDeepItLies() {
    Throwable wrongCall = new IllegalArgumentException("Cannot y");
    assertThat(Failures.exitCode(new IllegalStateException("Cannot x", wrongCall)))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(Failures.exitCode(new UnknownException("Cannot find DAG nope")))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(Failures.exitCode(new IllegalStateException("Cannot x")))
        .isEqualTo(ExitCodes.FAILED);
  }

  /** The command line looks at all methods of all commands, and short ones start without Spark. */
  @Test
  void noCommandHasAMethodThatNeedsSparkToBeLookedAt() {
    assertThat(methodTypes(ClienteleCommand.commandLine().getCommandSpec()))
        .isNotEmpty()
        .noneMatch(type -> type.getName().startsWith("org.apache.spark"));
  }

  private static Stream<Class<?>> methodTypes(CommandSpec command) {
    Stream<Object> objects =
        Stream.concat(
            Stream.of(command.userObject()),
            command.mixins().values().stream().map(CommandSpec::userObject));
    Stream<Class<?>> own =
        objects
            .filter(Objects::nonNull)
            .flatMap(object -> Arrays.stream(object.getClass().getDeclaredMethods()))
            .flatMap(
                method ->
                    Stream.concat(
                        Stream.of(method.getReturnType()),
                        Arrays.stream(method.getParameterTypes())));
    return Stream.concat(
        own,
        command.subcommands().values().stream()
            .flatMap(below -> methodTypes(below.getCommandSpec())));
  }
}
