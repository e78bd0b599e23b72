package io.clientele.models.crosssell.nightly;

/**
 * What a customer bought of a product. Days are counted since 1970.
 *
 * @param item product code
 * @param baskets orders in which it was
 * @param days days on which it was bought
 */
record Owned(String item, int baskets, int days, int firstDay, int lastDay) {
  /** Days of purchase below which there is no rhythm. */
  private static final int LEAST_DAYS = 3;

  boolean hasRhythm() {
    return days >= LEAST_DAYS;
  }

  /** Mean days between purchases, of a product with a rhythm. */
  int usualGap() {
    return (int) Math.round((double) (lastDay - firstDay) / (days - 1));
  }

  int dueDay() {
    return lastDay + usualGap();
  }
}
