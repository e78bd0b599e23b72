package io.clientele.jobs.cli;

import io.clientele.jobs.backup.Backup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele backup}: a copy of project, warehouse and database that fit together. */
@Command(
    name = "backup",
    description = {
      "Copy project, warehouse and database so that they fit together.",
      "The same folder again is brought up to date; only what is new is copied."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the backup.")
  private Path out;

  @Override
  public Integer call() {
    Backup.Outcome outcome = new Backup(project.open(), Clock.systemUTC()).into(out);
    Terminal.out()
        .printf(
            "%s: %,d files, %,d of them copied (%.1f MB), %d publications can be read from it.%n",
            out.toAbsolutePath().normalize(),
            outcome.files(),
            outcome.copied(),
            outcome.bytes() / 1e6,
            outcome.publications());
    Terminal.out().flush();
    return ExitCodes.DONE;
  }
}
