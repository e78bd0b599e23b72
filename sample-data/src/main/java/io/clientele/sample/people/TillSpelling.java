package io.clientele.sample.people;

import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import java.util.Locale;

/**
 * How the cashier wrote the person on the loyalty card form.
 *
 * @param isDifferent whether the name is not the one the web shop would have
 */
public record TillSpelling(
    String firstName, String lastName, String email, String birthDate, boolean isDifferent) {

  /** Half of the forms differ in some way; half have an e-mail address, most a date of birth. */
  public static TillSpelling of(long seed, Life life, Profile profile) {
    Dice dice = Dice.of(seed, Topic.SPELLING, life.index(), 0);
    String first = western(profile.firstName());
    String last = western(profile.lastName());
    switch (dice.below(9)) {
      case 0 -> last = Identities.ascii(last);
      case 1 -> first = first.charAt(0) + ".";
      case 2 -> last = withoutLetter(last, dice);
      case 3 -> {
        first = first.toUpperCase(Locale.ROOT);
        last = last.toUpperCase(Locale.ROOT);
      }
      case 4 -> first = first.replaceAll("-.*", "");
      default -> {}
    }
    boolean isDifferent = !(first + last).equals(profile.firstName() + profile.lastName());
    String email = dice.chance(0.5) ? profile.email() : "";
    String born =
        dice.chance(0.8)
            ? String.format(
                "%02d.%02d.%d",
                profile.birthDate().getDayOfMonth(),
                profile.birthDate().getMonthValue(),
                profile.birthDate().getYear())
            : "";
    return new TillSpelling(first, last, email, born, isDifferent);
  }

  /** The tills know no letters outside windows-1252. */
  private static String western(String name) {
    return name.replace("ğ", "g").replace("ı", "i");
  }

  static String withoutLetter(String name, Dice dice) {
    int at = 1 + dice.below(name.length() - 2);
    return name.substring(0, at) + name.substring(at + 1);
  }
}
