package io.clientele.jobs.init.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountersTest {

  @Test
  void distinctValuesAreExactUpToAHundredThousand() {
    DistinctSample sample = sample(100_000);
    assertThat(sample.isExact()).isTrue();
    assertThat(sample.estimate()).isEqualTo(100_000);
  }

  @Test
  void distinctValuesBeyondAreEstimatedWithinTwoPercent() {
    DistinctSample sample = sample(2_000_000);
    assertThat(sample.isExact()).isFalse();
    assertThat((double) sample.estimate()).isCloseTo(2_000_000, within(40_000.0));
  }

  private static DistinctSample sample(int values) {
    DistinctSample sample = new DistinctSample();
    for (int repeat = 0; repeat < 2; repeat++) {
      for (int i = 0; i < values; i++) {
        sample.add(DistinctSample.hash("value " + i));
      }
    }
    return sample;
  }

  @ParameterizedTest
  @CsvSource({
    "2011-12-09 12:50:00, yyyy-MM-dd HH:mm:ss",
    "2011-12-09T12:50:00Z, yyyy-MM-dd'T'HH:mm:ssXXX",
    "21.07.2015, dd.MM.yyyy",
    "1.7.2015, d.M.yyyy",
    "21-07-2015, dd-MM-yyyy",
    "12/31/2015 8:05, M/d/yyyy H:mm",
    "20151231, yyyyMMdd",
  })
  void timesAreKnownByTheirPattern(String cell, String pattern) {
    TimeGuess guess = new TimeGuess();
    guess.add(cell);
    assertThat(guess.pattern()).contains(pattern);
  }

  @ParameterizedTest
  @CsvSource({"31.02.2024", "12345678", "hello", "17850.0", "2024-13-01"})
  void whatIsNoTimeHasNoPattern(String cell) {
    TimeGuess guess = new TimeGuess();
    guess.add(cell);
    assertThat(guess.pattern()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|WHOLE",
        "-12|WHOLE",
        "1.5|DECIMAL_POINT",
        "4.4e-16|DECIMAL_POINT",
        "1,5|DECIMAL_COMMA",
        "-1.234.567,89|DECIMAL_COMMA",
        "1,234.50|DECIMAL_POINT",
        "85123A|OTHER",
        "-|OTHER",
        "1-2|OTHER"
      })
  void numbersAreKnownByHowTheyAreWritten(String cell, Numbers.Kind kind) {
    assertThat(Numbers.kind(cell)).isEqualTo(kind);
  }

  @Test
  void valuesFollowTheDecimalSign() {
    assertThat(Numbers.value("1.234,50", true)).hasValue(1234.5);
    assertThat(Numbers.value("1,234.50", false)).hasValue(1234.5);
    assertThat(Numbers.value("n/a", false)).isEmpty();
  }
}
