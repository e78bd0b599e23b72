package io.clientele.sample.people;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.market.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The mailings of the sample, whom they go to, and who is held out. */
public final class Campaigns {
  private static final int EVERY_DAYS = 75;
  private static final int FIRST_DAY = 40;
  private static final int BRINGS_WITHIN_DAYS = 14;

  /** True effect: chance that a mailing brings one purchase more of a person who is still there. */
  public static final double ADDED_CHANCE = 0.12;

  private static final double IS_CHOSEN = 0.4;
  private static final double IS_HELD_OUT = 0.25;
  private static final List<String> SEASONS = List.of("Winter", "Frühling", "Sommer", "Herbst");
  private static final List<String> OFFERS = List.of("10 % Gutschein", "Versand frei", "Neuheiten");

  private final long seed;
  private final Identities identities;
  private final List<Campaign> all = new ArrayList<>();

  public Campaigns(long seed, SalesCalendar calendar, Identities identities) {
    this.seed = seed;
    this.identities = identities;
    for (int day = FIRST_DAY; day + Campaign.WINDOW_DAYS < calendar.days(); day += EVERY_DAYS) {
      int number = all.size() + 1;
      LocalDate date = calendar.date(day);
      String name = SEASONS.get(date.getMonthValue() % 12 / 3) + " " + date.getYear();
      String offer = OFFERS.get(number % OFFERS.size());
      all.add(new Campaign(number, name + " " + number, day, number % 3 > 0, offer));
    }
  }

  public List<Campaign> all() {
    return List.copyOf(all);
  }

  /** What the campaign does with the person. */
  public Arm arm(Life life, Campaign campaign) {
    Dice dice = Dice.of(seed, Topic.CAMPAIGN, life.index(), campaign.number());
    boolean isChosen = dice.chance(IS_CHOSEN);
    boolean isHeldOut = dice.chance(IS_HELD_OUT);
    if (!isChosen || !life.isCustomer(Channel.ONLINE, campaign.startDay() - 1)) {
      return Arm.NONE;
    }
    Profile profile = identities.profile(life, campaign.startDay());
    boolean isAllowed =
        !profile.consent().equals("false")
            && (!campaign.isByMail() || !profile.newsletter().equals("never"));
    return !isAllowed ? Arm.NONE : isHeldOut ? Arm.HOLDOUT : Arm.TREATED;
  }

  /** Day of the first campaign that took the person in; {@link Life#NEVER} = none. */
  public int firstDay(Life life) {
    return all.stream()
        .filter(campaign -> arm(life, campaign) != Arm.NONE)
        .mapToInt(Campaign::startDay)
        .findFirst()
        .orElse(Life.NEVER);
  }

  /** Whether a mailing brings the person on the day, who would not have come otherwise. */
  boolean brings(Life life, int day) {
    for (Campaign campaign : all) {
      int after = day - campaign.startDay();
      if (after >= 0 && after < BRINGS_WITHIN_DAYS) {
        Dice dice = Dice.of(seed, Topic.CAMPAIGN, life.index(), 2_000L + campaign.number());
        return dice.chance(ADDED_CHANCE)
            && dice.below(BRINGS_WITHIN_DAYS) == after
            && arm(life, campaign) == Arm.TREATED;
      }
    }
    return false;
  }

  /** Chance that no mailing brings the person on the days from one until before another. */
  double bringsNone(Life life, int from, int until) {
    double none = 1;
    for (Campaign campaign : all) {
      int first = Math.max(from, campaign.startDay());
      int end = Math.min(until, campaign.startDay() + BRINGS_WITHIN_DAYS);
      if (first < end && arm(life, campaign) == Arm.TREATED) {
        none *= 1 - ADDED_CHANCE * (end - first) / BRINGS_WITHIN_DAYS;
      }
    }
    return none;
  }

  /** Part of a person in a campaign. */
  public enum Arm {
    NONE,
    TREATED,
    HOLDOUT
  }
}
