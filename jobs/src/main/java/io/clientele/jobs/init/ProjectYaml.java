package io.clientele.jobs.init;

import io.clientele.jobs.init.guess.Guess;
import io.clientele.jobs.init.guess.Proposal;
import io.clientele.jobs.init.profile.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of an explained configuration: every guess stands under its evidence. */
final class ProjectYaml {
  private final Path file;
  private final InitOptions options;
  private final List<Guess> guesses;
  private final StringBuilder text = new StringBuilder();

  ProjectYaml(Path file, InitOptions options, List<Guess> guesses) {
    this.file = file;
    this.options = options;
    this.guesses = guesses;
  }

  String text() {
    head();
    company();
    line(0, "sources:");
    Map<Path, List<Guess>> byFolder = new LinkedHashMap<>();
    for (Guess guess : guesses) {
      Path folder = FilePattern.of(guess.files()).folder();
      byFolder.computeIfAbsent(folder, any -> new ArrayList<>()).add(guess);
    }
    List<String> taken = new ArrayList<>();
    byFolder.forEach((folder, group) -> source(folder, group, taken));
    models();
    return text.toString();
  }

  private void head() {
    String files =
        guesses.stream()
            .flatMap(guess -> guess.files().stream())
            .map(each -> each.getFileName().toString())
            .collect(Collectors.joining(", "));
    long lines = guesses.stream().mapToLong(guess -> guess.profile().lines()).sum();
    comment(
        0,
        "Written by `clientele init` from "
            + files
            + String.format(Locale.ROOT, " (%,d lines).", lines));
    comment(
        0,
        "Each guess stands under its evidence: read it, correct it, then run `clientele nightly`.");
    if (guesses.stream().anyMatch(guess -> !guess.toFill().isEmpty())) {
      comment(0, "Fill in what is marked FILL_IN first.");
    }
    text.append('\n');
  }

  private void company() {
    Path folder = file.getParent().getFileName();
    line(0, "company:");
    line(2, "name: " + YamlText.of(folder == null ? "Company" : folder.toString()));
    if (options.timeZone().isEmpty()) {
      comment(2, "A guess, the files do not say it: the zone of their times (option --time-zone).");
    }
    line(2, "time_zone: " + options.timeZone().orElse("UTC"));
    if (options.currency().isEmpty()) {
      comment(
          2,
          "A guess, the files do not say it: the currency of their amounts (option --currency).");
    }
    line(2, "currency: " + options.currency().orElse("EUR"));
    text.append('\n');
  }

  private void source(Path folder, List<Guess> group, List<String> taken) {
    line(2, unique(snake(group.get(0).files().get(0)), taken) + ":");
    line(4, "folder: " + YamlText.of(shown(folder)));
    line(4, "entities:");
    List<String> entities = new ArrayList<>();
    for (Guess guess : group) {
      String name =
          group.size() == 1 ? "sales_lines" : unique(snake(guess.files().get(0)), entities);
      entity(name, guess);
    }
  }

  private void entity(String name, Guess guess) {
    line(6, name + ":");
    line(8, "entity: sales_line");
    line(8, "files: " + YamlText.of(FilePattern.of(guess.files()).pattern()));
    comment(
        8,
        "The file holds the past: its lines count as known on their own day, so that the past can be"
            + " judged as it was.");
    line(8, "history: true");
    comment(
        8,
        "The same order in a later file: its lines add up, and a line that is there already is not"
            + " counted again.");
    line(8, "redelivery: append");
    format(guess);
    line(8, "map:");
    guess.proposals().forEach(this::mapping);
    if (!guess.unused().isEmpty()) {
      comment(10, "Not used: " + String.join(", ", guess.unused()) + ".");
    }
    text.append('\n');
  }

  private void format(Guess guess) {
    Dialect dialect = guess.profile().dialect();
    boolean isUtf8 = dialect.charset().equals(StandardCharsets.UTF_8);
    line(8, "format:");
    line(
        10,
        "charset: "
            + dialect.charset().name()
            + (isUtf8 ? "            # every byte is valid" : "     # it is not valid UTF-8"));
    line(
        10,
        "separator: " + (dialect.separator() == '\t' ? "tab" : "\"" + dialect.separator() + "\""));
    line(10, "decimal: \"" + (guess.profile().isDecimalComma() ? "," : ".") + "\"");
    guess.timestampFormat().ifPresent(pattern -> line(10, "timestamp_format: \"" + pattern + "\""));
    if (!guess.nullTexts().isEmpty()) {
      comment(
          10,
          "Texts that mean empty: "
              + guess.nullTexts().entrySet().stream()
                  .map(each -> each.getKey() + " in " + each.getValue() + " cells")
                  .collect(Collectors.joining(", "))
              + ".");
      line(
          10,
          "null_texts: "
              + guess.nullTexts().keySet().stream()
                  .map(each -> "'" + each + "'")
                  .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private void mapping(Proposal proposal) {
    if (proposal.isToFill()) {
      comment(10, "FILL IN " + proposal.title() + ": " + proposal.evidence() + ".");
      line(10, proposal.field() + ": FILL_IN");
    } else {
      comment(10, proposal.evidence() + ".");
      line(10, proposal.field() + ": " + YamlText.of(proposal.expression()));
    }
  }

  private void models() {
    Guess first = guesses.get(0);
    line(0, "models:");
    line(2, "churn:");
    comment(4, "Churned = no purchase in so many days; " + first.horizon().evidence() + ".");
    line(4, "horizon_days: " + first.horizon().days());
  }

  /** Relative when it lies in the project, so that the project can be moved; else absolute. */
  private String shown(Path folder) {
    Path project = file.getParent();
    if (!folder.startsWith(project)) {
      return folder.toString();
    }
    return folder.equals(project) ? "." : project.relativize(folder).toString();
  }

  private static String snake(Path path) {
    String name = path.getFileName().toString().replaceFirst("\\..*$", "").toLowerCase(Locale.ROOT);
    String snake =
        name.replaceAll("[^a-z0-9]+", "_")
            .replaceAll("(_?\\d+)+$", "")
            .replaceAll("^[_0-9]+|_+$", "");
    return snake.isEmpty() ? "shop" : snake;
  }

  private static String unique(String name, List<String> taken) {
    String unique = name;
    for (int number = 2; taken.contains(unique); number++) {
      unique = name + "_" + number;
    }
    taken.add(unique);
    return unique;
  }

  private void line(int indent, String content) {
    text.append(" ".repeat(indent)).append(content).append('\n');
  }

  private void comment(int indent, String sentence) {
    String capital = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    text.append(YamlText.comment(indent, capital));
  }
}
