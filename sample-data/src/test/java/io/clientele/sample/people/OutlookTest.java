package io.clientele.sample.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.SalesCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private static final SalesCalendar CALENDAR = new SalesCalendar(LocalDate.of(2024, 1, 1), 24);

  /** A month is too short for a mailing. */
  private static final Campaigns NO_MAILINGS =
      new Campaigns(1, new SalesCalendar(LocalDate.of(2024, 1, 1), 1), new Identities(1));

  private static final Visits VISITS = new Visits(1, CALENDAR, NO_MAILINGS);
  private static final Outlook OUTLOOK = new Outlook(VISITS);
  private static final int AS_OF = 500;
  private static final int HORIZON = 90;

  @Test
  void withoutDropOutTheSilenceBeforeSaysNothing() {
    Life life = life(1, 0, 0.02, Life.NEVER, false);
    double busy =
        CALENDAR.until(AS_OF + HORIZON, Channel.ONLINE) - CALENDAR.until(AS_OF, Channel.ONLINE);
    for (int last : new int[] {100, 400, 499}) {
      assertThat(OUTLOOK.chanceOfNone(life, Channel.ONLINE, last, AS_OF, HORIZON))
          .isCloseTo(Math.exp(-0.02 * busy), within(1e-9));
    }
  }

  @Test
  void withoutPurchasesToComeDropOutDecidesNothing() {
    Life life = life(1, 0.001, 0, Life.NEVER, false);
    assertThat(OUTLOOK.chanceOfNone(life, Channel.ONLINE, 100, AS_OF, HORIZON))
        .isCloseTo(1, within(1e-9));
  }

  /** Of people of one kind, as many stay away as the chances add up to. */
  @Test
  void theChanceIsWhatHappensToRandomAndToRegularCustomers() {
    for (boolean isRegular : new boolean[] {false, true}) {
      double expected = 0;
      int none = 0;
      int count = 0;
      for (int index = 0; index < 6_000; index++) {
        // Floor of an exponential by the golden ratio's even spread over (0, 1).
        double even = (index + 0.5) * 0.618033988749895 % 1;
        int left = 1 + (int) (-600 * Math.log(1 - even));
        Life life = life(index, 1 / 600.0, 0.02, left, isRegular);
        int last = last(life);
        if (last >= 0) {
          count++;
          expected += OUTLOOK.chanceOfNone(life, Channel.ONLINE, last, AS_OF, HORIZON);
          none += buys(life) ? 0 : 1;
        }
      }
      assertThat((double) none / count).isCloseTo(expected / count, within(0.015));
    }
  }

  private static int last(Life life) {
    int day = AS_OF - 1;
    while (day >= 0 && !VISITS.buys(life, Channel.ONLINE, day)) {
      day--;
    }
    return day;
  }

  private static boolean buys(Life life) {
    boolean buys = false;
    for (int day = AS_OF; day < AS_OF + HORIZON && !buys; day++) {
      buys = VISITS.buys(life, Channel.ONLINE, day);
    }
    return buys;
  }

  private static Life life(int index, double hazard, double rate, int left, boolean isRegular) {
    return new Life(index, true, 0, Life.NEVER, rate, 0, isRegular, Life.NEVER, left, hazard);
  }
}
