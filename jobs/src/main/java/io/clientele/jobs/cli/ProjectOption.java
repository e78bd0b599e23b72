package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives a command the project that --project names, before or after the command's name. */
@Command
final class ProjectOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  OpenProject open() {
    ClienteleCommand root = (ClienteleCommand) command.root().userObject();
    return OpenProject.locate(root.project());
  }
}
