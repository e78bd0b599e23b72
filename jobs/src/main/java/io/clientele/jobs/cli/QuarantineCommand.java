package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest;
import io.clientele.reports.load.QuarantineView;
import io.clientele.reports.published.PublishedWarehouse;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele quarantine}: what was refused and why, and taking it up again. */
@Command(
    name = "quarantine",
    description = "Refused rows: list, show, replay.",
    mixinStandardHelpOptions = true,
    subcommands = {
      QuarantineCommand.ListReasons.class,
      QuarantineCommand.ShowRows.class,
      QuarantineCommand.Replay.class
    })
final class QuarantineCommand implements Runnable {
  @Override
  public void run() {
    new CommandLine(this).usage(Terminal.out());
    Terminal.out().flush();
  }

  /** {@code quarantine list}. */
  @Command(
      name = "list",
      description = "Refused rows by source, reason and status.",
      mixinStandardHelpOptions = true)
  static final class ListReasons implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Override
    public Integer call() {
      try (PublishedWarehouse warehouse = PublishedWarehouse.open(project.open().warehouse())) {
        new QuarantineView(warehouse).list(Terminal.out());
      }
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }

  /** {@code quarantine show}. */
  @Command(
      name = "show",
      description = "The refused rows with file, record number and byte offset.",
      mixinStandardHelpOptions = true)
  static final class ShowRows implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Parameters(
        paramLabel = "REASON",
        arity = "0..1",
        description = "Beginning of a reason, for example missing or not_a_number(quantity).")
    private String reason = "";

    @Option(names = "--limit", description = "How many rows; default 50.")
    private int limit = 50;

    @Override
    public Integer call() {
      try (PublishedWarehouse warehouse = PublishedWarehouse.open(project.open().warehouse())) {
        new QuarantineView(warehouse).show(reason, limit, Terminal.out());
      }
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }

  /** {@code quarantine replay}. */
  @Command(
      name = "replay",
      description = "Take refused rows up again, by today's mapping, and run the night on them.",
      mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Parameters(
        paramLabel = "SOURCE.ENTITY",
        description = "Source entity whose refused rows are replayed, for example webshop.orders.")
    private String entity;

    @Override
    public Integer call() {
      return NightOnTerminal.run(
          project.open(), NightlyRequest.nightly("quarantine replay " + entity).replaying(entity));
    }
  }
}
