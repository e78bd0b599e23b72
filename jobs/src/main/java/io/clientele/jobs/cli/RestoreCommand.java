package io.clientele.jobs.cli;

import io.clientele.jobs.backup.Restore;
import io.clientele.jobs.nightly.Maintenance;
import io.clientele.pipeline.publication.Relocation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele restore}: a project out of a backup, here or in another folder. */
@Command(
    name = "restore",
    description = {
      "Put a backup into an empty folder.",
      "In another folder than the project's was, the tables are told of their new place."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "BACKUP", description = "Folder that clientele backup has made.")
  private Path backup;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the project.")
  private Path to;

  @Override
  public Integer call() {
    Restore.Outcome outcome = Restore.restore(backup, to);
    Path folder = outcome.project().folder();
    if (outcome.dump().isPresent()) {
      Terminal.out()
          .printf(
              "The files are in %s. Make the database with pg_restore --dbname=URL %s, name it as"
                  + " metadata.url in %s%s.%n",
              folder,
              outcome.dump().get(),
              outcome.project().project().file(),
              outcome.needsRelocation() ? ", then run clientele relocate" : "");
    } else if (outcome.needsRelocation()) {
      Relocation.Outcome relocated = Maintenance.relocate(outcome.project());
      Terminal.out()
          .printf(
              "%s is restored; %d tables that stood in %s name their new place.%n",
              folder, relocated.tables(), relocated.from());
    } else {
      Terminal.out().printf("%s is restored.%n", folder);
    }
    Terminal.out().flush();
    return ExitCodes.DONE;
  }
}
