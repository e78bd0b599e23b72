package io.clientele.jobs.init;

import io.clientele.jobs.config.KnownNames;
import io.clientele.jobs.config.ProjectLocator;
import io.clientele.jobs.init.guess.Guess;
import io.clientele.jobs.init.profile.DialectSniffer;
import io.clientele.jobs.init.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes a project folder with an explained {@code clientele.yaml}; never over another one. */
public final class Init {
  private Init() {}

  /**
   * Profiles the files, if any, writes the configuration and tells what was guessed.
   *
   * @param terminal takes the lines for the person who asked
   * @throws InitException when nothing could be written; the message says what to do
   */
  public static InitOutcome run(InitOptions options, Consumer<String> terminal) {
    check(options);
    Path file = options.out().toAbsolutePath().normalize().resolve(ProjectLocator.FILE_NAME);
    if (Files.exists(file)) {
      throw new InitException(
          "Cannot write "
              + file
              + ": it is there already and is never overwritten; name another folder with --out,"
              + " or move it away.");
    }
    try {
      return options.from().isEmpty()
          ? Skeleton.write(file, options, terminal)
          : fromFiles(file, options, terminal);
    } catch (ProfileException refused) {
      throw new InitException(refused.getMessage());
    } catch (IOException failure) {
      throw new InitException(
          "Cannot write " + file + ": " + failure.getMessage() + "; choose another --out.");
    }
  }

  private static void check(InitOptions options) {
    options
        .currency()
        .filter(code -> !KnownNames.isCurrency(code))
        .ifPresent(
            code -> {
              throw new InitException(
                  "Cannot use currency "
                      + code
                      + ": it is no code of ISO 4217; did you mean "
                      + KnownNames.nearestCurrency(code)
                      + "?");
            });
    options
        .timeZone()
        .filter(zone -> KnownNames.zone(zone).isEmpty())
        .ifPresent(
            zone -> {
              throw new InitException(
                  "Cannot use time zone "
                      + zone
                      + ": there is no such zone; did you mean "
                      + KnownNames.nearestZone(zone)
                      + "?");
            });
  }

  private static InitOutcome fromFiles(Path file, InitOptions options, Consumer<String> terminal)
      throws IOException {
    List<Guess> guesses = new ArrayList<>();
    for (List<Path> group : byHeader(options.from())) {
      guesses.add(Guess.of(group));
    }
    ProjectYaml yaml = new ProjectYaml(file, options, guesses);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml.text());
    guesses.forEach(guess -> GuessTable.print(guess, terminal));
    List<String> toFill =
        guesses.stream()
            .flatMap(guess -> guess.toFill().stream())
            .map(each -> each.field())
            .toList();
    GuessTable.printNextMove(file, toFill, terminal);
    return new InitOutcome(file, toFill);
  }

  /** Files with the same column names belong together. */
  private static List<List<Path>> byHeader(List<Path> files) {
    Map<List<String>, List<Path>> groups = new LinkedHashMap<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      groups
          .computeIfAbsent(DialectSniffer.sniff(absolute).columns(), any -> new ArrayList<>())
          .add(absolute);
    }
    return List.copyOf(groups.values());
  }
}
