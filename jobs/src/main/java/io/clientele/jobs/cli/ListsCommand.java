package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.reports.list.ChurnList;
import io.clientele.reports.list.ChurnListOptions;
import io.clientele.reports.list.ChurnListSummary;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Role;
import io.clientele.reports.text.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
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
    subcommands = ListsCommand.Churn.class)
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

    @Option(names = "--role", description = "marketer sees contact data, analyst does not.")
    private Role role = Role.MARKETER;

    @Option(names = "--format", description = "table, csv or json; default table, csv with --out.")
    private OutputFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file.")
    private Path file;

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
        if (file == null || summary.withheldReason().isEmpty()) {
          deliver(text);
        }
        System.err.println(summary.text(currency));
        return ExitCodes.DONE;
      }
    }

    private ChurnListOptions options(String currency) {
      OutputFormat chosen =
          format != null ? format : file == null ? OutputFormat.TABLE : byName(file);
      return new ChurnListOptions(
          top == null ? OptionalInt.empty() : OptionalInt.of(top),
          Optional.ofNullable(segment),
          Optional.ofNullable(region),
          Optional.ofNullable(minimumValue),
          role,
          currency,
          new ChurnListOptions.Output(
              chosen, file == null ? Terminal.width() : OptionalInt.empty()));
    }

    private static OutputFormat byName(Path file) {
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
          ? OutputFormat.JSON
          : OutputFormat.CSV;
    }

    private String reason(IOException e) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        return "there is no folder " + folder;
      }
      if (Files.isDirectory(file)) {
        return "it is a folder";
      }
      return e instanceof AccessDeniedException ? "no permission to write there" : e.getMessage();
    }

    private void deliver(CharSequence text) {
      if (file == null) {
        Terminal.out().append(text).flush();
        return;
      }
      try {
        Files.writeString(file, text, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot write the list to " + file + ": " + reason(e) + "; name another file.", e);
      }
    }
  }
}
