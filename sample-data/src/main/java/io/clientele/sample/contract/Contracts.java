package io.clientele.sample.contract;

import io.clientele.sample.contract.Contract.Tariff;
import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who subscribes: some web customers, for a year at a time. Who has left does not renew, and of the
 * others one in six does not either; some change the tariff with the renewal.
 */
public final class Contracts {
  private static final double SUBSCRIBES = 0.16;
  private static final double STARTS_AFTER_DAYS = 160;
  private static final double RENEWS = 0.84;
  private static final double CHANGES_TARIFF = 0.2;
  private static final List<String> DEVICES =
      List.of("Leuchtfeuer 1", "Leuchtfeuer 2", "Leuchtfeuer Pro", "Polaruhr");

  private final Retailer retailer;

  public Contracts(Retailer retailer) {
    this.retailer = retailer;
  }

  /** Number of the person as a contract partner. */
  public String partnerNumber(Life life) {
    Dice dice = Dice.of(retailer.seed(), Topic.CONTRACT, life.index(), 1);
    return "V" + (20_000 + 5L * life.index() + dice.below(5));
  }

  /** First day of the contract; {@link Life#NEVER} = none within the sample. */
  public int from(Life life) {
    return of(life).map(Contract::started).orElse(Life.NEVER);
  }

  /** The contract of the person, if there is one within the sample. */
  Optional<Contract> of(Life life) {
    Dice dice = Dice.of(retailer.seed(), Topic.CONTRACT, life.index(), 0);
    boolean subscribes = dice.chance(SUBSCRIBES);
    int start = life.from(Channel.ONLINE) + 1 + (int) dice.exponential(STARTS_AFTER_DAYS);
    if (!subscribes || start >= life.droppedOut() || start >= retailer.calendar().days()) {
      return Optional.empty();
    }
    String device = dice.pick(DEVICES);
    int storage = 16 << dice.below(3);
    List<Tariff> tariffs = new ArrayList<>();
    tariffs.add(Tariff.values()[dice.below(3)]);
    int end = start + Contract.TERM_DAYS;
    while (end < retailer.calendar().days() && end < life.droppedOut() && dice.chance(RENEWS)) {
      Tariff last = tariffs.get(tariffs.size() - 1);
      tariffs.add(dice.chance(CHANGES_TARIFF) ? Tariff.values()[dice.below(3)] : last);
      end += Contract.TERM_DAYS;
    }
    int ended = end < retailer.calendar().days() ? end : Life.NEVER;
    return Optional.of(new Contract(device, storage, start, tariffs, ended));
  }
}
