package io.clientele.sample.contract;

import java.util.List;

/**
 * What a person has signed; days count from the first day of the sample.
 *
 * @param tariffs tariff of each term; a term lasts a year
 * @param ended day on which it ends; {@code Life.NEVER} = within a running term
 */
record Contract(String device, int storageGigabytes, int started, List<Tariff> tariffs, int ended) {
  static final int TERM_DAYS = 365;

  /** Price and volume of a tariff. */
  enum Tariff {
    S(799, 2),
    M(1_299, 8),
    L(1_999, 30);

    private final long monthlyCents;
    private final int gigabytes;

    Tariff(long monthlyCents, int gigabytes) {
      this.monthlyCents = monthlyCents;
      this.gigabytes = gigabytes;
    }

    long monthlyCents() {
      return monthlyCents;
    }

    int gigabytes() {
      return gigabytes;
    }
  }

  /** First day of a 0-based term. */
  int termStart(int term) {
    return started + term * TERM_DAYS;
  }
}
