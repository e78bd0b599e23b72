package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.reports.list.ChurnList;
import io.clientele.reports.list.ChurnListOptions;
import io.clientele.reports.list.ChurnListSummary;
import io.clientele.reports.published.PublishedWarehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele lists}: lists of customers with the reason for each. */
@Command(
    name = "lists",
    description = "Lists of customers with the reason for each.",
    mixinStandardHelpOptions = true,
    subcommands = {ListsCommand.Churn.class, ListsOffers.class})
final class ListsCommand implements Runnable {
  @Override
  public void run() {
    new CommandLine(this).usage(Terminal.out());
    Terminal.out().flush();
  }

  /** {@code lists churn}. */
  @Command(
      name = "churn",
      description =
          "Customers at risk of leaving, the most value at risk first. Customers who refused to be"
              + " contacted are left out and counted.",
      mixinStandardHelpOptions = true)
  static final class Churn implements Callable<Integer> {
    @Mixin private ProjectOption project;

    @Option(names = "--top", paramLabel = "N", description = "At most N customers.")
    private Integer top;

    @Option(names = "--segment", description = "Only this RFM segment.")
    private String segment;

    @Option(names = "--region", description = "Only this region.")
    private String region;

    @Option(names = "--minimum-value", description = "Only with at least this value at risk.")
    private BigDecimal minimumValue;

    @Mixin private ListFile written;

    @Option(names = "--as-of", description = "The list of the newest publication as of this day.")
    private LocalDate asOf;

    @Override
    public Integer call() {
      OpenProject opened = project.open();
      try (PublishedWarehouse warehouse =
          PublishedWarehouse.open(opened.warehouse(), Optional.ofNullable(asOf))) {
        String currency = opened.config().company().currencyCode();
        StringBuilder text = new StringBuilder();
        ChurnListSummary summary = ChurnList.write(warehouse, options(currency), text);
        if (summary.withheldReason().isEmpty() || written.isTerminal()) {
          written.deliver(text);
        }
        System.err.println(summary.text(currency));
        return ExitCodes.DONE;
      }
    }

    private ChurnListOptions options(String currency) {
      return new ChurnListOptions(
          top == null ? OptionalInt.empty() : OptionalInt.of(top),
          Optional.ofNullable(segment),
          Optional.ofNullable(region),
          Optional.ofNullable(minimumValue),
          written.role(),
          currency,
          written.output());
    }
  }
}
