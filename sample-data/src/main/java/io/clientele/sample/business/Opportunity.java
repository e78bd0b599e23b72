package io.clientele.sample.business;

import java.util.List;

/**
 * A sale to a business customer in the making.
 *
 * @param entries stages in the order in which they were entered
 * @param cents amount in the account's currency
 */
record Opportunity(String number, String category, long cents, List<Entry> entries) {
  /** Where it stands. */
  enum Stage {
    LEAD,
    QUALIFIED,
    PROPOSAL,
    NEGOTIATION,
    WON,
    LOST;

    boolean isEnd() {
      return this == WON || this == LOST;
    }
  }

  /** A stage and the day on which it was entered. */
  record Entry(Stage stage, int day) {}
}
