package io.clientele.jobs.cli;

import io.clientele.jobs.init.Init;
import io.clientele.jobs.init.InitOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clientele init}: a new project, from nothing or from transaction files. */
@Command(
    name = "init",
    description =
        "Make a project: profile flat transaction files and write an explained clientele.yaml.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Transaction files (csv, csv.gz); without it a skeleton is written.")
  private List<Path> files = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Project folder; default: here.")
  private Path folder = Path.of("");

  @Option(names = "--currency", description = "Currency of the amounts, ISO 4217.")
  private String currency;

  @Option(names = "--time-zone", description = "Zone of the times, for example Europe/Berlin.")
  private String timeZone;

  @Override
  public Integer call() {
    int code =
        Init.run(
                new InitOptions(
                    files, folder, Optional.ofNullable(currency), Optional.ofNullable(timeZone)),
                Terminal.out()::println)
            .exitCode();
    Terminal.out().flush();
    return code;
  }
}
