package io.clientele.jobs.cli;

import io.clientele.pipeline.Trained;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.ModelEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code clientele models}: what was trained, promoted, refused, and the model cards. */
@Command(
    name = "models",
    description = "Trainings and model cards.",
    mixinStandardHelpOptions = true,
    subcommands = {ModelsCommand.ListModels.class, ModelsCommand.ShowModel.class})
final class ModelsCommand implements Runnable {
  @Override
  public void run() {
    new picocli.CommandLine(this).usage(Terminal.out());
    Terminal.out().flush();
  }

  /** {@code models list}. */
  @Command(
      name = "list",
      description = "All trainings, newest first.",
      mixinStandardHelpOptions = true)
  static final class ListModels implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Override
    public Integer call() {
      try (MetadataDatabase database = project.open().metadata()) {
        List<ModelEntry> entries = database.models().list();
        if (entries.isEmpty()) {
          Terminal.out().println("No training yet: clientele nightly makes the first.");
        }
        for (ModelEntry entry : entries) {
          Trained trained = entry.trained();
          Terminal.out()
              .printf(
                  "%-10s %-9s %-34s %s%n",
                  trained.family(),
                  trained.decision(),
                  trained.model().map(Trained.Model::version).orElse(""),
                  trained.reason());
        }
      }
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }

  /** {@code models show}. */
  @Command(
      name = "show",
      description = "The model card of a version.",
      mixinStandardHelpOptions = true)
  static final class ShowModel implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Parameters(
        paramLabel = "VERSION",
        description =
            "As clientele models list shows it; the name of a family means its newest model.")
    private String version;

    @Override
    public Integer call() {
      try (MetadataDatabase database = project.open().metadata()) {
        String card =
            database.models().list().stream()
                .map(ModelEntry::trained)
                .flatMap(trained -> card(trained).stream())
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "Cannot show model "
                                + version
                                + ": the registry does not hold it; clientele models list names"
                                + " them."));
        Terminal.out().println(card);
      }
      Terminal.out().flush();
      return ExitCodes.DONE;
    }

    /** The registry lists the newest first. */
    private Optional<String> card(Trained trained) {
      return trained
          .model()
          .filter(model -> model.version().equals(version) || trained.family().equals(version))
          .map(Trained.Model::cardJson);
    }
  }
}
