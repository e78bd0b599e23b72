package io.clientele.jobs.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code clientele}: shows what there is to do. */
@Command(
    name = "clientele",
    description = "From a company's files to published, scored customers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NightlyCommand.class,
      InitCommand.class,
      RunCommand.class,
      PublishCommand.class,
      StatusCommand.class,
      RunsCommand.class,
      ListsCommand.class,
      ReportCommand.class,
      SqlCommand.class,
      ExportCommand.class,
      ExplainCommand.class,
      QuarantineCommand.class,
      QualityCommand.class,
      AuditCommand.class,
      ModelsCommand.class,
      EvaluateCommand.class,
      SchedulerCommand.class,
      DagsCommand.class,
      TasksCommand.class,
      CompactCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RelocateCommand.class,
      DoctorCommand.class,
      DictionaryCommand.class,
      SampleDataCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Without a project the shipped sample is used. A project is a folder with a clientele.yaml;",
      "clientele init --from FILE makes one from an exported transaction file.",
      "Exit codes: 0 done, 1 failed, 2 usage, 3 the quality gate stopped it, 4 another run holds"
          + " the warehouse."
    })
public final class ClienteleCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:CLIENTELE_PROJECT}",
      description =
          "Folder with a clientele.yaml; default: the environment's CLIENTELE_PROJECT, the working"
              + " directory or one above it, else the shipped sample.")
  private Path project;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  Optional<Path> project() {
    return Optional.ofNullable(project);
  }

  boolean isDebug() {
    return debug;
  }

  /** The command line with error form and exit codes of the product. */
  public static CommandLine commandLine() {
    return new CommandLine(new ClienteleCommand())
        .registerConverter(BigDecimal.class, Typed::number)
        .registerConverter(LocalDate.class, Typed::day)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setOut(Terminal.out())
        .setExecutionExceptionHandler(new Failures());
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
