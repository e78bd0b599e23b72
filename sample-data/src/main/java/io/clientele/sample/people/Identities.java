package io.clientele.sample.people;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Names, addresses and how they change: people move, marry, take another e-mail address. */
public final class Identities {
  private static final double SHARES_HOUSEHOLD = 0.06;
  private static final double MOVES_EVERY_DAYS = 3_300;
  private static final double MARRIES_EVERY_DAYS = 12_000;
  private static final double NEW_EMAIL_EVERY_DAYS = 4_500;
  private static final double NEW_NEWSLETTER_EVERY_DAYS = 1_800;
  private static final List<String> NEWSLETTERS = List.of("never", "monthly", "monthly", "weekly");

  private final long seed;

  public Identities(long seed) {
    this.seed = seed;
  }

  /** What changes in a profile, in the order in which the days of change are thrown. */
  private enum Change {
    MOVE,
    MARRIAGE,
    EMAIL,
    NEWSLETTER
  }

  /** The profile at the end of the day. */
  public Profile profile(Life life, int day) {
    Dice dice = Dice.of(seed, Topic.IDENTITY, life.index(), 0);
    String first = dice.pick(Names.FIRST);
    int root = household(life.index());
    String last =
        Dice.of(seed, Topic.IDENTITY, root, has(life, Change.MARRIAGE, day) ? 2 : 1)
            .pick(Names.LAST);
    String mail = mail(dice, first, last, life.index(), has(life, Change.EMAIL, day));
    LocalDate born = LocalDate.of(1944, 1, 1).plusDays(dice.below(61 * 365));
    Dice place = Dice.of(seed, Topic.ADDRESS, root, has(life, Change.MOVE, day) ? root + 2L : 0);
    Town town = place.pick(Town.ALL.subList(0, place.chance(0.04) ? 23 : 21));
    String postcode =
        town.postcodes() + place.digits(town.postcodeLength() - town.postcodes().length());
    String street = place.pick(Names.STREETS) + " " + (1 + place.below(140));
    String phone = dice.chance(0.6) ? town.phone() + dice.digits(3) + "-" + dice.digits(3) : "";
    boolean subscribes = has(life, Change.NEWSLETTER, day);
    String before = dice.pick(NEWSLETTERS);
    String newsletter = subscribes ? (before.equals("never") ? "monthly" : "never") : before;
    String consent = dice.chance(0.1) ? "" : dice.chance(0.7) ? "true" : "false";
    return new Profile(first, last, mail, phone, born, street, town, postcode, newsletter, consent);
  }

  /** Day of the newest change or of the registration in the web shop, at most {@code day}. */
  public int updatedDay(Life life, int day) {
    int updated = life.from(Channel.ONLINE);
    for (Change change : Change.values()) {
      int at = changeDay(life, change);
      if (at <= day) {
        updated = Math.max(updated, at);
      }
    }
    return updated;
  }

  /** Whether the profile changes after one day and until another. */
  public boolean changes(Life life, int after, int until) {
    for (Change change : Change.values()) {
      int at = changeDay(life, change);
      if (at > after && at <= until) {
        return true;
      }
    }
    return false;
  }

  /** Day on which the person wants another newsletter; {@link Life#NEVER} = never. */
  public int newsletterDay(Life life) {
    return changeDay(life, Change.NEWSLETTER);
  }

  private boolean has(Life life, Change change, int day) {
    return changeDay(life, change) <= day;
  }

  /** Somebody who no longer buys no longer tells. */
  private int changeDay(Life life, Change change) {
    double every =
        switch (change) {
          case MOVE -> MOVES_EVERY_DAYS;
          case MARRIAGE -> MARRIES_EVERY_DAYS;
          case EMAIL -> NEW_EMAIL_EVERY_DAYS;
          case NEWSLETTER -> NEW_NEWSLETTER_EVERY_DAYS;
        };
    Dice dice = Dice.of(seed, Topic.CHANGE, life.index(), change.ordinal());
    int from = Math.max(0, Math.min(life.from(Channel.ONLINE), life.from(Channel.STORE)));
    int day = from + 1 + (int) Math.min(dice.exponential(every), Life.NEVER / 2);
    return day < life.droppedOut() ? day : Life.NEVER;
  }

  /** Number of the first person of the household; people live alone unless it is another's. */
  int household(int index) {
    int root = index;
    while (root > 0 && Dice.of(seed, Topic.ADDRESS, root, 1).chance(SHARES_HOUSEHOLD)) {
      root--;
    }
    return root;
  }

  /** Addresses are unique: the number is that of the person. */
  private static String mail(Dice dice, String first, String last, int index, boolean isNew) {
    String name = ascii(first) + (dice.chance(0.5) ? "." : "") + ascii(last) + (11 + 7L * index);
    int provider = dice.below(Names.MAIL.size()) + (isNew ? 1 : 0);
    return (name + "@" + Names.MAIL.get(provider % Names.MAIL.size())).toLowerCase(Locale.ROOT);
  }

  /** As on a keyboard without umlauts. */
  static String ascii(String text) {
    return text.replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("Ö", "Oe")
        .replace("Ü", "Ue")
        .replace("ß", "ss")
        .replace("ğ", "g")
        .replace("ı", "i")
        .replace("é", "e")
        .replace("ë", "e");
  }
}
