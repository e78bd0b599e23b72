package io.clientele.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayWalkTest {
  @Test
  void everybodyComesOnceAndThePlaceIsFoundAgain() {
    for (int size : new int[] {1, 2, 6, 401, 2_401}) {
      DayWalk walk = new DayWalk(42, 100, size);
      int[] people = IntStream.range(0, size).map(walk::person).toArray();
      assertThat(IntStream.of(people).sorted().toArray())
          .isEqualTo(IntStream.range(0, size).toArray());
      assertThat(IntStream.range(0, size)).allMatch(place -> walk.place(people[place]) == place);
    }
  }

  @Test
  void daysHaveDifferentOrders() {
    assertThat(new DayWalk(42, 100, 401).person(0))
        .isNotEqualTo(new DayWalk(42, 101, 401).person(0));
  }
}
