package io.clientele.sample.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.SalesCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private static final SalesCalendar CALENDAR = new SalesCalendar(LocalDate.of(2024, 1, 1), 24);

  /** A month is too short for a mailing. */
  private static final Campaigns NO_MAILINGS =
      new Campaigns(1, new SalesCalendar(LocalDate.of(2024, 1, 1), 1), new Identities(1));

  private static final Visits VISITS = new Visits(1, CALENDAR, NO_MAILINGS);

  @Test
  void randomCustomersBuyAtTheirRate() {
    int purchases = 0;
    for (int index = 0; index < 400; index++) {
      purchases += days(life(index, false, Life.NEVER, Life.NEVER)).size();
    }
    // 400 customers x 731 days / 20 days; busy days average 0.99, the day of joining adds one each
    double expected = 400 * (CALENDAR.until(731, Channel.ONLINE) / 20 + 1);
    assertThat((double) purchases).isCloseTo(expected, within(0.03 * expected));
  }

  @Test
  void regularCustomersHaveGapsNearTheirRhythm() {
    for (int index = 0; index < 50; index++) {
      List<Integer> days = days(life(index, true, Life.NEVER, Life.NEVER));
      for (int i = 2; i < days.size(); i++) {
        assertThat(days.get(i) - days.get(i - 1)).isBetween(6, 55);
      }
    }
  }

  @Test
  void gapsStretchOnceACustomerSlowsDown() {
    int before = 0;
    int after = 0;
    for (int index = 0; index < 100; index++) {
      List<Integer> days = days(life(index, true, 365, Life.NEVER));
      before += (int) days.stream().filter(day -> day >= 205 && day < 365).count();
      after += (int) days.stream().filter(day -> day >= 445 && day < 605).count();
    }
    assertThat(after).isLessThan(before / 2);
  }

  @Test
  void nobodyBuysAfterDroppingOutAndStoresSellNothingOnSundays() {
    Life gone = life(3, false, Life.NEVER, 200);
    assertThat(days(gone)).isNotEmpty().allMatch(day -> day < 200);
    assertThat(VISITS.chanceOfNone(gone, Channel.ONLINE, 200, 90)).isEqualTo(1);
    Life store = new Life(1, true, Life.NEVER, 0, 0, 0.9, false, Life.NEVER, Life.NEVER, 0);
    // 7 January 2024 was a Sunday
    assertThat(VISITS.buys(store, Channel.STORE, 6)).isFalse();
  }

  @Test
  void theTrueChanceIsWhatHappens() {
    double expected = 0;
    int none = 0;
    for (int index = 0; index < 4_000; index++) {
      Life life = new Life(index, true, 0, Life.NEVER, 0.01, 0, false, Life.NEVER, Life.NEVER, 0);
      expected += VISITS.chanceOfNone(life, Channel.ONLINE, 300, 90);
      none += days(life).stream().noneMatch(day -> day >= 300 && day < 390) ? 1 : 0;
    }
    assertThat(none / 4_000.0).isCloseTo(expected / 4_000, within(0.025));
  }

  private static Life life(int index, boolean isRegular, int slowingFrom, int droppedOut) {
    return new Life(index, true, 0, Life.NEVER, 1 / 20.0, 0, isRegular, slowingFrom, droppedOut, 0);
  }

  private static List<Integer> days(Life life) {
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < CALENDAR.days(); day++) {
      if (VISITS.buys(life, Channel.ONLINE, day)) {
        days.add(day);
      }
    }
    return days;
  }
}
