package io.clientele.sample.service;

import io.clientele.sample.market.Catalogue;
import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Employee.Department;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Staff;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.TimeOfDay;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who turns to the service desk and what becomes of it: customers now and then in a month, and many
 * complain some weeks before they leave for ever. Every case is a pure function of the person and
 * the month.
 */
public final class Cases {
  /** No case is open longer. */
  static final int MOST_DAYS = 60;

  private static final double FAREWELL = 0.45;
  private static final double A_MONTH = 0.016;
  private static final int MONTH_DAYS = 30;
  private static final int FAREWELL_DAYS_AT_LEAST = 4;
  private static final int FAREWELL_DAYS = 31;
  private static final List<String> KINDS =
      List.of("COMPLAINT", "COMPLAINT", "COMPLAINT", "QUESTION", "QUESTION", "SUGGESTION");
  private static final List<String> TOPICS =
      List.of("DELIVERY", "DELIVERY", "PRODUCT", "PRODUCT", "INVOICE", "ADVICE");
  private static final List<String> CHANNELS = List.of("PHONE", "EMAIL", "EMAIL", "WEB");

  private final Retailer retailer;
  private final Staff staff;

  public Cases(Retailer retailer) {
    this.retailer = retailer;
    this.staff = new Staff(retailer.seed(), retailer.calendar().days());
  }

  /** Number of the person at the service desk, if he ever turned to it. */
  public String contactNumber(Life life) {
    Dice dice = Dice.of(retailer.seed(), Topic.CASE, life.index(), -1);
    return "K" + (70_000 + 2L * life.index() + dice.below(2));
  }

  /** Day of the first case; {@link Life#NEVER} = none within the sample. */
  public int firstDay(Life life) {
    for (int month = 0; month <= lastMonth(); month++) {
      int day = day(life, month);
      if (day < Life.NEVER) {
        return day;
      }
    }
    return Life.NEVER;
  }

  /** The day of the complaint before leaving; {@link Life#NEVER} = none. */
  public int farewell(Life life) {
    Dice dice = Dice.of(retailer.seed(), Topic.CASE, life.index(), -2);
    boolean complains = dice.chance(FAREWELL);
    int day = life.droppedOut() - FAREWELL_DAYS_AT_LEAST - dice.below(FAREWELL_DAYS);
    boolean isWithin = day < retailer.calendar().days() && day >= Math.max(0, since(life));
    return complains && isWithin ? day : Life.NEVER;
  }

  /** The cases that the person opens from one day to another, both included. */
  void opened(Life life, int first, int last, Consumer<Case> visitor) {
    for (int month = Math.max(0, first) / MONTH_DAYS; month <= last / MONTH_DAYS; month++) {
      int day = day(life, month);
      if (day >= first && day <= last) {
        visitor.accept(at(life, day));
      }
    }
  }

  private int lastMonth() {
    return (retailer.calendar().days() - 1) / MONTH_DAYS;
  }

  private static int since(Life life) {
    return Math.min(life.from(Channel.ONLINE), life.from(Channel.STORE));
  }

  /** At most one case in thirty days; the one before leaving comes before others. */
  private int day(Life life, int month) {
    int farewell = farewell(life);
    if (farewell / MONTH_DAYS == month) {
      return farewell;
    }
    Dice dice = Dice.of(retailer.seed(), Topic.CASE, life.index(), month);
    boolean opens = dice.chance(A_MONTH);
    int day = month * MONTH_DAYS + dice.below(MONTH_DAYS);
    boolean isCustomer = day >= since(life) && day < life.droppedOut();
    return opens && isCustomer && day < retailer.calendar().days() ? day : Life.NEVER;
  }

  private Case at(Life life, int day) {
    boolean isFarewell = day == farewell(life);
    Dice dice = Dice.of(retailer.seed(), Topic.CASE, life.index(), 10_000L + day);
    String kind = isFarewell ? KINDS.get(0) : dice.pick(KINDS);
    String topic = kind.equals("SUGGESTION") ? "ADVICE" : dice.pick(TOPICS);
    LocalDateTime opened = TimeOfDay.at(retailer.calendar().date(day), Channel.STORE, dice.unit());
    String sku = retailer.catalogue().product(1 + dice.below(Catalogue.SIZE)).sku();
    String number = "C-" + (100_000L + day) + "-" + (1 + life.index());
    List<Case.Step> steps = steps(kind, topic, opened, dice);
    int mood = isFarewell ? 1 + dice.below(2) : 2 + dice.below(4);
    return new Case(
        life,
        number,
        kind,
        topic,
        dice.pick(CHANNELS),
        topic.equals("PRODUCT") ? sku : "",
        steps,
        dice.chance(0.6) ? mood : 0,
        isFarewell);
  }

  private List<Case.Step> steps(String kind, String topic, LocalDateTime opened, Dice dice) {
    List<Case.Step> steps = new ArrayList<>();
    steps.add(step(Department.SERVICE, "INTAKE", opened, 4, dice));
    department(topic)
        .filter(department -> !kind.equals("QUESTION") || dice.chance(0.5))
        .ifPresent(department -> steps.add(step(department, "EXAMINE", end(steps), 40, dice)));
    if (!kind.equals("SUGGESTION")) {
      steps.add(step(Department.SERVICE, "ANSWER", end(steps), 14, dice));
    }
    return steps;
  }

  private static Optional<Department> department(String topic) {
    return switch (topic) {
      case "DELIVERY" -> Optional.of(Department.LOGISTICS);
      case "PRODUCT" -> Optional.of(Department.WORKSHOP);
      case "INVOICE" -> Optional.of(Department.ACCOUNTING);
      case "ADVICE" -> Optional.of(Department.PRODUCT);
      default -> Optional.empty();
    };
  }

  private static LocalDateTime end(List<Case.Step> steps) {
    return steps.get(steps.size() - 1).endedAt();
  }

  /** Minutes are cut off after twenty days, so that three steps stay below {@link #MOST_DAYS}. */
  private Case.Step step(
      Department department, String action, LocalDateTime start, double meanHours, Dice dice) {
    long minutes = 5 + (long) Math.min(dice.exponential(meanHours * 60), 20 * 24 * 60 - 10);
    String owner = staff.one(department, dice.below(1_000)).id();
    return new Case.Step(department, owner, action, start, start.plusMinutes(minutes));
  }
}
