package io.clientele.jobs.init;

import io.clientele.jobs.init.guess.Guess;
import io.clientele.jobs.init.guess.Proposal;
import io.clientele.jobs.init.profile.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows guesses on a terminal: what, from which column, why. */
final class GuessTable {
  private static final int EVIDENCE_WIDTH = 72;

  private final int titleWidth;
  private final int fromWidth;
  private final Consumer<String> terminal;

  private GuessTable(List<Proposal> proposals, Consumer<String> terminal) {
    this.titleWidth = widest(proposals.stream().map(Proposal::title).toList());
    this.fromWidth = widest(proposals.stream().map(Proposal::from).toList());
    this.terminal = terminal;
  }

  static void print(Guess guess, Consumer<String> terminal) {
    terminal.accept(title(guess));
    terminal.accept("");
    GuessTable table = new GuessTable(guess.proposals(), terminal);
    table.row("what", "from", "why");
    for (Proposal proposal : guess.proposals()) {
      String from = proposal.isToFill() ? "(fill in)" : proposal.from();
      table.row(proposal.title(), from, proposal.evidence());
    }
    table.row("churn", guess.horizon().days() + " days", guess.horizon().evidence());
    if (!guess.unused().isEmpty()) {
      table.row("not used", "", String.join(", ", guess.unused()));
    }
    terminal.accept("");
    terminal.accept(purchases(guess));
    terminal.accept("");
  }

  private static String purchases(Guess guess) {
    boolean lacksCustomer =
        guess.toFill().stream().anyMatch(each -> each.field().equals("source_customer_id"));
    return lacksCustomer
        ? "No customer column was found, so purchases of customers could not be counted."
        : String.format(
            Locale.ROOT,
            "%,d lines of %,d customers are purchases (quantity and price above zero).",
            guess.purchases(),
            guess.buyers());
  }

  static void printNextMove(Path file, List<String> toFill, Consumer<String> terminal) {
    terminal.accept("Wrote " + file + " with the evidence of every guess.");
    if (toFill.isEmpty()) {
      terminal.accept("Next: clientele nightly --project " + quoted(file.getParent()));
    } else {
      if (toFill.size() > 2) {
        terminal.accept(
            "This may be no file of transactions: of order, time, customer and price little was"
                + " found.");
      }
      terminal.accept(
          "Not guessed: "
              + String.join(", ", toFill)
              + ". Fill in what is marked FILL_IN there, then: clientele nightly --project "
              + quoted(file.getParent()));
    }
  }

  private static String title(Guess guess) {
    Dialect dialect = guess.profile().dialect();
    String names =
        guess.files().stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(", "));
    String separator = dialect.separator() == '\t' ? "tabs" : "'" + dialect.separator() + "'";
    return String.format(
        Locale.ROOT,
        "%s: %,d lines, %d columns, %s, parted by %s",
        names,
        guess.profile().lines(),
        dialect.columns().size(),
        dialect.charset().name(),
        separator);
  }

  private void row(String title, String from, String evidence) {
    List<String> lines = new ArrayList<>(YamlText.wrapped(evidence, EVIDENCE_WIDTH));
    String format = "%-" + titleWidth + "s  %-" + fromWidth + "s  %s";
    terminal.accept(String.format(Locale.ROOT, format, title, from, lines.remove(0)));
    lines.forEach(line -> terminal.accept(String.format(Locale.ROOT, format, "", "", line)));
  }

  private static int widest(List<String> texts) {
    return Math.max(9, texts.stream().mapToInt(String::length).max().orElse(0));
  }

  private static String quoted(Path folder) {
    String text = folder.toString();
    return text.matches("[\\w./-]+") ? text : "'" + text + "'";
  }
}
