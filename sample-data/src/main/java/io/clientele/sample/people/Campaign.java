package io.clientele.sample.people;

/**
 * A mailing with a hold-out group.
 *
 * @param number from 1
 * @param startDay day on which it goes out
 * @param isByMail by e-mail; else by post
 */
public record Campaign(int number, String name, int startDay, boolean isByMail, String offer) {
  /** Days within which what comes back counts. */
  public static final int WINDOW_DAYS = 21;

  public String code() {
    return String.format("KA-%02d", number);
  }

  /** Last day on which what comes back counts. */
  public int lastDay() {
    return startDay + WINDOW_DAYS - 1;
  }
}
