package io.clientele.sample.business;

import io.clientele.sample.business.Opportunity.Entry;
import io.clientele.sample.business.Opportunity.Stage;
import io.clientele.sample.market.CategoryNames;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Company;
import io.clientele.sample.people.Employee.Department;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Staff;
import io.clientele.sample.retailer.Retailer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The business customers, 60 at scale 1, each a pure function of seed and number. */
final class Accounts {
  private static final int PEOPLE_PER_ACCOUNT = 33;
  private static final double CHANGES_OWNER = 0.2;
  private static final double DAYS_BETWEEN_OPPORTUNITIES = 160;
  private static final double ADVANCES = 0.72;
  private static final double DAYS_IN_STAGE = 21;

  private final Retailer retailer;
  private final Staff staff;

  Accounts(Retailer retailer) {
    this.retailer = retailer;
    this.staff = new Staff(retailer.seed(), retailer.calendar().days());
  }

  /** The accounts of this part. */
  void forEach(Consumer<Account> visitor) {
    int count = Math.max(1, retailer.population().people() / PEOPLE_PER_ACCOUNT);
    for (int i = retailer.options().part(); i < count; i += retailer.options().partCount()) {
      visitor.accept(account(i));
    }
  }

  /** The opportunities of the account, from first to last. */
  List<Opportunity> opportunities(Account account) {
    List<Opportunity> opportunities = new ArrayList<>();
    Dice dice = Dice.of(retailer.seed(), Topic.ACCOUNT, account.index(), 1);
    int day = Math.max(0, account.from()) + (int) dice.exponential(DAYS_BETWEEN_OPPORTUNITIES / 2);
    while (day < retailer.calendar().days()) {
      String number = "O-" + (4_000 + account.index()) + "-" + (opportunities.size() + 1);
      long cents = 50_000L + 10_000L * (long) dice.exponential(60);
      opportunities.add(
          new Opportunity(number, dice.pick(CategoryNames.ALL), cents, entries(day, dice)));
      day += 1 + (int) dice.exponential(DAYS_BETWEEN_OPPORTUNITIES);
    }
    return opportunities;
  }

  private static List<Entry> entries(int first, Dice dice) {
    List<Entry> entries = new ArrayList<>();
    int day = first;
    Stage stage = Stage.LEAD;
    entries.add(new Entry(stage, day));
    while (!stage.isEnd()) {
      day += 1 + (int) dice.exponential(DAYS_IN_STAGE);
      stage = dice.chance(ADVANCES) ? Stage.values()[stage.ordinal() + 1] : Stage.LOST;
      entries.add(new Entry(stage, day));
    }
    return entries;
  }

  private Account account(int index) {
    Dice dice = Dice.of(retailer.seed(), Topic.ACCOUNT, index, 0);
    Company company = Company.of(dice, index);
    int from = dice.chance(0.7) ? -1 - dice.below(1_000) : dice.below(retailer.calendar().days());
    boolean changes = dice.chance(CHANGES_OWNER);
    int change = Math.max(from, 0) + 1 + dice.below(retailer.calendar().days());
    return new Account(
        index,
        company.name(),
        company.industry(),
        company.mail(),
        company.phone(),
        company.town().name(),
        company.town().region(),
        company.town().country(),
        from,
        staff.one(Department.SALES, dice.below(1_000)),
        staff.one(Department.SALES, dice.below(1_000)),
        changes ? change : Life.NEVER);
  }
}
