package io.clientele.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendBandTest {
  /** 100 predictions of 10 each and 900 larger ones; of each hundred what came is 0 to 99. */
  private static final SpendBand BAND =
      SpendBand.of(
          IntStream.range(0, 1000).mapToDouble(i -> 10 * (1 + i / 100)).toArray(),
          IntStream.range(0, 1000).mapToDouble(i -> i % 100).toArray());

  @Test
  void theEndsAreTheTenthsOfWhatAlikeCustomersSpent() {
    // Of 0, 1, …, 99 the quantiles .1 and .9 lie at 9.9 and 89.1.
    assertThat(BAND.low(10)).isCloseTo(9.9, within(1e-6));
    assertThat(BAND.high(10)).isCloseTo(89.1, within(1e-6));
    assertThat(BAND.low(100)).isCloseTo(9.9, within(1e-4));
    assertThat(BAND.high(100)).isCloseTo(89.1, within(1e-4));
  }

  @Test
  void anAmountBeyondAllThatWereSeenGetsTheLargestGroupsMultiple() {
    assertThat(BAND.high(200)).isCloseTo(2 * 89.1, within(1e-3));
  }

  @Test
  void fewerCustomersThanGroupsTeachNothing() {
    SpendBand none = SpendBand.of(new double[] {1, 2}, new double[] {1, 2});
    assertThat(none.low(1)).isNull();
    assertThat(none.high(1)).isNull();
  }

  @Test
  void theOrderOfTheCustomersDoesNotMatter() {
    double[] predicted = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
    double[] came = IntStream.range(0, 50).mapToDouble(i -> i * 7 % 50).toArray();
    double[] backwards = IntStream.range(0, 50).mapToDouble(i -> 49 - i).toArray();
    double[] cameBackwards = IntStream.range(0, 50).mapToDouble(i -> came[49 - i]).toArray();
    assertThat(SpendBand.of(predicted, came)).isEqualTo(SpendBand.of(backwards, cameBackwards));
  }
}
