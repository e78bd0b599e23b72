package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.reports.list.OfferList;
import io.clientele.reports.list.OfferListOptions;
import io.clientele.reports.list.OfferListSummary;
import io.clientele.reports.published.PublishedWarehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele lists offers}. */
@Command(
    name = "offers",
    description =
        "What to offer whom and why, the most valuable customers first. Customers who refused to be"
            + " contacted are left out and counted.",
    mixinStandardHelpOptions = true)
final class ListsOffers implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(names = "--top", paramLabel = "N", description = "At most N customers.")
  private Integer top;

  @Option(
      names = "--each",
      paramLabel = "N",
      description = "At most N offers a customer; default ${DEFAULT-VALUE}.")
  private int each = 3;

  @Option(
      names = "--product",
      description = "Only this product, by code or name: whom it suits best comes first.")
  private String product;

  @Option(
      names = "--reminders",
      description = "Products due by the customer's own rhythm instead of new ones.")
  private boolean isReminders;

  @Option(names = "--segment", description = "Only this RFM segment.")
  private String segment;

  @Option(names = "--region", description = "Only this region.")
  private String region;

  @Option(
      names = "--minimum-value",
      description = "Only with at least this value expected in 12 months.")
  private BigDecimal minimumValue;

  @Mixin private ListFile written;

  @Option(names = "--as-of", description = "The list of the newest publication as of this day.")
  private LocalDate asOf;

  @Override
  public Integer call() {
    OpenProject opened = project.open();
    try (PublishedWarehouse warehouse =
        PublishedWarehouse.open(opened.warehouse(), Optional.ofNullable(asOf))) {
      StringBuilder text = new StringBuilder();
      OfferListSummary summary =
          OfferList.write(warehouse, options(opened.config().company().currencyCode()), text);
      if (summary.withheldReason().isEmpty() || written.isTerminal()) {
        written.deliver(text);
      }
      System.err.println(summary.text());
      return ExitCodes.DONE;
    }
  }

  private OfferListOptions options(String currency) {
    return new OfferListOptions(
        isReminders ? OfferListOptions.Kind.REMINDERS : OfferListOptions.Kind.NEW_PRODUCTS,
        top == null ? OptionalInt.empty() : OptionalInt.of(top),
        each,
        new OfferListOptions.Filter(
            Optional.ofNullable(segment),
            Optional.ofNullable(region),
            Optional.ofNullable(product),
            Optional.ofNullable(minimumValue)),
        written.role(),
        currency,
        written.output());
  }
}
