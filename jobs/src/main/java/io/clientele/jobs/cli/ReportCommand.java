package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.jobs.nightly.Outputs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele report}: the executive's segment report. */
@Command(
    name = "report",
    description = "Write the segment report: one HTML file that needs nothing else.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to put it in; default: output beside the clientele.yaml.")
  private Path folder;

  @Override
  public Integer call() {
    OpenProject opened = project.open();
    Path file = Outputs.report(opened, folder == null ? opened.output() : folder);
    Terminal.out().println(file);
    Terminal.out().flush();
    return ExitCodes.DONE;
  }
}
