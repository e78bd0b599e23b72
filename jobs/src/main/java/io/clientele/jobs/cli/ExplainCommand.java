package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.reports.explain.ExplainCustomer;
import io.clientele.reports.explain.ExplainOptions;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Role;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele explain}: where the numbers of one customer come from. */
@Command(
    name = "explain",
    description = "Where the numbers of one customer come from.",
    mixinStandardHelpOptions = true,
    subcommands = ExplainCommand.Customer.class)
final class ExplainCommand implements Runnable {
  @Override
  public void run() {
    new CommandLine(this).usage(Terminal.out());
    Terminal.out().flush();
  }

  /** {@code explain customer}. */
  @Command(
      name = "customer",
      description = "Source rows, versions, features, scores and list place of one customer.",
      mixinStandardHelpOptions = true)
  static final class Customer implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Parameters(
        paramLabel = "ID",
        description = "Customer id, customer record id, a number in a source, or source:number.")
    private String id;

    @Option(names = "--role", description = "marketer sees contact data, analyst does not.")
    private Role role = Role.ANALYST;

    @Option(names = "--as-of", description = "As the newest publication as of this day had it.")
    private LocalDate asOf;

    @Override
    public Integer call() {
      OpenProject opened = project.open();
      try (PublishedWarehouse warehouse =
          PublishedWarehouse.open(opened.warehouse(), Optional.ofNullable(asOf))) {
        String currency = opened.config().company().currencyCode();
        ExplainCustomer.write(
            warehouse,
            new ExplainOptions(
                id, role, currency, opened.config().company().zone(), Terminal.width()),
            Terminal.out());
        Terminal.out().flush();
        return ExitCodes.DONE;
      }
    }
  }
}
