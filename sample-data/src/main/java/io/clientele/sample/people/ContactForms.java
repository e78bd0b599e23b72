package io.clientele.sample.people;

import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How people stand in the systems beside shop and tills: with typing errors, with the telephone of
 * the family, and now and then with the mailbox of the firm they work in.
 */
public final class ContactForms {
  private static final double FAMILY_PHONE = 0.8;
  private static final double FIRM_MAILBOX = 0.015;
  private static final double MISTYPES_EMAIL = 0.02;
  private static final double SWAPS_BIRTH_DATE = 0.02;
  private static final int COLLEAGUES = 8;

  private final long seed;
  private final Identities identities;
  private final Population population;
  private final int firms;

  public ContactForms(long seed, Identities identities, Population population) {
    this.seed = seed;
    this.identities = identities;
    this.population = population;
    this.firms = 1 + (int) (population.people() * FIRM_MAILBOX / COLLEAGUES);
  }

  /** What the clerk writes about the person, told on the day: always the same. */
  public ContactForm of(Life life, int day, Clerk clerk) {
    Dice dice = Dice.of(seed, Topic.FORM, life.index(), clerk.ordinal());
    Profile profile = identities.profile(life, day);
    String[] name = name(profile, dice, clerk.mistypesName());
    boolean isDifferent = !(name[0] + name[1]).equals(profile.firstName() + profile.lastName());
    boolean hasEmail = dice.chance(clerk.asksEmail());
    String email = hasEmail ? email(profile, dice) : "";
    Dice work = Dice.of(seed, Topic.FORM, life.index(), -1);
    boolean isFirm = hasEmail && clerk != Clerk.CAMPAIGN && work.chance(FIRM_MAILBOX);
    boolean hasPhone = dice.chance(clerk.asksPhone());
    Profile family = family(life, profile, dice);
    String phone = hasPhone ? family.phone() : "";
    return new ContactForm(
        name[0],
        name[1],
        isFirm ? "info@kontor-" + (1 + work.below(firms)) + ".example" : email,
        phone,
        dice.chance(clerk.asksBirthDate()) ? birthDate(profile.birthDate(), dice) : "",
        isDifferent,
        Stream.of(
                isFirm ? "info_mailbox" : "",
                !phone.isEmpty() && !family.equals(profile) ? "family_phone" : "")
            .filter(trap -> !trap.isEmpty())
            .collect(Collectors.joining("|")));
  }

  private static String[] name(Profile profile, Dice dice, double mistypes) {
    String first = profile.firstName();
    String last = profile.lastName();
    if (!dice.chance(mistypes)) {
      return new String[] {first, last};
    }
    return switch (dice.below(4)) {
      case 0 -> new String[] {first, Identities.ascii(last)};
      case 1 -> new String[] {first, TillSpelling.withoutLetter(last, dice)};
      case 2 -> new String[] {first, swapped(last, dice)};
      default -> new String[] {first.charAt(0) + ".", last};
    };
  }

  private static String swapped(String name, Dice dice) {
    int at = 1 + dice.below(name.length() - 2);
    return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
  }

  private static String email(Profile profile, Dice dice) {
    String email = profile.email();
    return dice.chance(MISTYPES_EMAIL) ? email.replace(".example", ".exmaple") : email;
  }

  private static String birthDate(LocalDate born, Dice dice) {
    boolean swaps = dice.chance(SWAPS_BIRTH_DATE) && born.getDayOfMonth() <= 12;
    return (swaps ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()) : born)
        .toString();
  }

  /** Whose telephone it is: mostly that of the first of the household, which they keep. */
  private Profile family(Life life, Profile own, Dice dice) {
    int root = identities.household(life.index());
    boolean isFamily = root != life.index() && dice.chance(FAMILY_PHONE);
    return isFamily ? identities.profile(population.life(root), -1) : own;
  }
}
