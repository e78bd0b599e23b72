package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.Dialect;
import io.clientele.jobs.init.profile.DialectSniffer;
import io.clientele.jobs.init.profile.FileProfile;
import io.clientele.jobs.init.profile.ProfileException;
import io.clientele.jobs.init.profile.TimeGuess;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What transaction files of one shape seem to be.
 *
 * @param files with equal column names
 * @param profile what they hold
 * @param timestampFormat pattern of the order time; empty when none was found
 * @param nullTexts texts that mean empty, with their counts
 * @param proposals the mapping
 * @param unused columns without a role
 * @param horizon of churn
 * @param purchases lines of known customers with quantity and price above zero
 * @param buyers customers with such a line
 */
public record Guess(
    List<Path> files,
    FileProfile profile,
    Optional<String> timestampFormat,
    Map<String, Long> nullTexts,
    List<Proposal> proposals,
    List<String> unused,
    Horizon horizon,
    long purchases,
    long buyers) {

  /** Profiles files with equal column names; reads each once, twice when the head misled. */
  public static Guess of(List<Path> files) {
    Dialect dialect = DialectSniffer.sniff(files.get(0));
    try {
      return of(files, FileProfile.ofHead(files.get(0), dialect));
    } catch (CharacterCodingException notUtf8) {
      return inWindows1252(files, dialect);
    } catch (IOException unreadable) {
      throw unreadable(files, unreadable);
    }
  }

  private static Guess inWindows1252(List<Path> files, Dialect dialect) {
    if (!dialect.charset().equals(StandardCharsets.UTF_8)) {
      throw unreadable(files, new IOException("its bytes are not " + dialect.charset()));
    }
    Charset western = Charset.forName("windows-1252");
    Dialect other = new Dialect(western, dialect.separator(), dialect.columns());
    try {
      return of(files, FileProfile.ofHead(files.get(0), other));
    } catch (IOException failure) {
      throw unreadable(files, failure);
    }
  }

  private static ProfileException unreadable(List<Path> files, IOException failure) {
    return new ProfileException(
        "Cannot profile "
            + files.get(0)
            + ": it cannot be read ("
            + failure.getMessage()
            + "); export it again as UTF-8.");
  }

  private static Guess of(List<Path> files, FileProfile head) throws IOException {
    if (head.lines() == 0) {
      throw new ProfileException(
          "Cannot profile "
              + files.get(0)
              + ": it has column names but no lines; export it again.");
    }
    Roles roles = RoleGuess.of(head);
    Relations relations = new Relations(head, roles);
    FileProfile whole = FileProfile.ofAll(files, head, relations);
    Roles again = refined(RoleGuess.of(whole), relations);
    if (!again.equals(roles)) {
      relations = new Relations(whole, again);
      whole = FileProfile.ofAll(files, whole, relations);
    }
    return of(files, whole, again, relations);
  }

  /** What is named price but grows with the quantity is an amount. */
  private static Roles refined(Roles roles, Relations relations) {
    if (roles.has(Role.UNIT_PRICE)
        && !roles.has(Role.AMOUNT)
        && relations.arithmetic().growsWithQuantity()) {
      roles.move(Role.UNIT_PRICE, Role.AMOUNT);
    }
    return roles;
  }

  private static Guess of(List<Path> files, FileProfile profile, Roles roles, Relations relations) {
    KeyProposals keys = new KeyProposals(profile, roles);
    List<Proposal> proposals = new ArrayList<>(keys.all());
    proposals.addAll(new MoneyProposals(profile, roles, relations).all());
    proposals.addAll(new FlagProposals(profile, roles, relations, keys).all());
    proposals.addAll(DescriptionProposals.of(profile, roles));
    Optional<Integer> time = roles.column(Role.ORDERED_AT);
    return new Guess(
        files,
        profile,
        time.map(any -> keys.timestampFormat()),
        nullTexts(profile),
        proposals,
        unused(profile, proposals),
        time.map(column -> horizon(profile.column(column).time(), relations))
            .orElse(new Horizon(90, "a usual horizon; the file holds no dates to tell more")),
        relations.purchases(),
        relations.buyers().count());
  }

  private static Horizon horizon(TimeGuess time, Relations relations) {
    return Horizon.of(
        relations.buyers().gaps(), ChronoUnit.DAYS.between(time.first(), time.last()));
  }

  private static Map<String, Long> nullTexts(FileProfile profile) {
    Map<String, Long> texts = new TreeMap<>();
    profile
        .columns()
        .forEach(
            column ->
                column.nullTexts().forEach((text, count) -> texts.merge(text, count, Long::sum)));
    return texts;
  }

  private static List<String> unused(FileProfile profile, List<Proposal> proposals) {
    List<String> names = profile.dialect().columns();
    return IntStream.range(0, names.size())
        .mapToObj(names::get)
        .filter(name -> proposals.stream().noneMatch(each -> isIn(name, each.expression())))
        .toList();
  }

  private static boolean isIn(String name, String expression) {
    String column = Pattern.quote(Sql.column(name));
    return Pattern.compile("(?<![\\w'])" + column + "(?!\\w)").matcher(expression).find();
  }

  /** What a person has to fill in. */
  public List<Proposal> toFill() {
    return proposals.stream().filter(Proposal::isToFill).toList();
  }
}
