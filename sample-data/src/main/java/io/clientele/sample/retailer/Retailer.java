package io.clientele.sample.retailer;

import io.clientele.sample.market.Catalogue;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Aftermath;
import io.clientele.sample.people.Baskets;
import io.clientele.sample.people.Campaigns;
import io.clientele.sample.people.ContactForms;
import io.clientele.sample.people.DayWalk;
import io.clientele.sample.people.Identities;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Population;
import io.clientele.sample.people.Visits;
import java.util.function.Consumer;

/** Everything that is true about the retailer, whichever system tells it. */
public record Retailer(
    RetailerOptions options,
    SalesCalendar calendar,
    Catalogue catalogue,
    Population population,
    Visits visits,
    Baskets baskets,
    Aftermath aftermath,
    Identities identities,
    ContactForms forms,
    Campaigns campaigns) {

  /** The retailer of the options. */
  public static Retailer of(RetailerOptions options) {
    long seed = options.seed();
    SalesCalendar calendar = new SalesCalendar(options.start(), options.months());
    Catalogue catalogue = new Catalogue(seed, options.months());
    Population population = new Population(seed, options.scale(), calendar);
    Identities identities = new Identities(seed);
    Campaigns campaigns = new Campaigns(seed, calendar, identities);
    return new Retailer(
        options,
        calendar,
        catalogue,
        population,
        new Visits(seed, calendar, campaigns),
        new Baskets(seed, calendar, catalogue),
        new Aftermath(seed),
        identities,
        new ContactForms(seed, identities, population),
        campaigns);
  }

  public long seed() {
    return options.seed();
  }

  public DayWalk walk(int day) {
    return new DayWalk(seed(), day, population.walkers());
  }

  /** Number of what happens on the day at the place of its walk; ascends with time. */
  public long documentNumber(int day, int place) {
    return 1_000_000 + (long) day * population.walkers() + place;
  }

  /** Number in the web shop; ascends with the day on which the person first registered anywhere. */
  public String customerNumber(Life life) {
    Dice dice = Dice.of(seed(), Topic.IDENTITY, life.index(), 3);
    return Long.toString(100_000 + 4L * life.index() + dice.below(4));
  }

  /** Number of the loyalty card: 29, seven digits or more, a check digit as on goods. */
  public String cardNumber(Life life) {
    long body = 29_0010_000L + 13L * life.index();
    long weighted = 0;
    long rest = body;
    for (int weight = 3; rest > 0; weight = 4 - weight) {
      weighted += rest % 10 * weight;
      rest /= 10;
    }
    return Long.toString(body * 10 + (10 - weighted % 10) % 10);
  }

  /** The customers of this part, in the order of registration. */
  public void forEachCustomer(Consumer<Life> visitor) {
    int step = options.partCount();
    for (int index = options.part(); index < population.people(); index += step) {
      visitor.accept(population.life(index));
    }
  }

  /** People and passers-by of this part. */
  public void forEachWalker(Consumer<Life> visitor) {
    for (int i = options.part(); i < population.walkers(); i += options.partCount()) {
      visitor.accept(population.life(i));
    }
  }

  /** Number of the order or receipt of the person on the day, without the system's prefix. */
  public long documentNumber(Life life, int day) {
    return documentNumber(day, walk(day).place(life.index()));
  }

  /** The date as text; empty if it lies behind the last day. */
  public String dateText(int day) {
    return day < calendar.days() ? calendar.date(day).toString() : "";
  }

  /** People and passers-by of this part in the order in which they come on the day. */
  public void forEachComer(int day, Comer visitor) {
    DayWalk walk = walk(day);
    for (int place = 0; place < population.walkers(); place++) {
      int index = walk.person(place);
      if (options.isMine(index)) {
        visitor.comes(population.life(index), place);
      }
    }
  }

  /** Receives who comes. */
  @FunctionalInterface
  public interface Comer {
    void comes(Life life, int place);
  }
}
