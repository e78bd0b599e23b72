package io.clientele.jobs.init.guess;

/** Which numbers of a line give which: price by quantity, amounts before or after discount. */
final class Arithmetic {
  private static final double CENT = 0.011;

  private long lines;
  private long plain;
  private long lessDiscount;
  private long lessRate;
  private long fractionDiscounts;
  private long discounts;
  private long singles;
  private double singleLogs;
  private long several;
  private double severalLogs;

  /** Takes one line; NaN where it has no such number. */
  void add(double quantity, double price, double amount, double discount) {
    if (!Double.isNaN(amount) && !Double.isNaN(price)) {
      lines++;
      double product = quantity * price;
      double known = Double.isNaN(discount) ? 0 : discount;
      plain += Math.abs(product - amount) < CENT ? 1 : 0;
      lessDiscount += Math.abs(product - known - amount) < CENT ? 1 : 0;
      lessRate += Math.abs(product * (1 - known) - amount) < CENT ? 1 : 0;
    }
    if (!Double.isNaN(discount) && discount != 0) {
      discounts++;
      fractionDiscounts += discount > 0 && discount <= 1 ? 1 : 0;
    }
    growth(quantity, Double.isNaN(price) ? amount : price);
  }

  private void growth(double quantity, double value) {
    if (value > 0 && quantity >= 1) {
      if (quantity < 2) {
        singles++;
        singleLogs += Math.log(value);
      } else {
        several++;
        severalLogs += Math.log(value);
      }
    }
  }

  /** Lines that hold a price and an amount. */
  long lines() {
    return lines;
  }

  boolean isPlain() {
    return lines > 0 && plain >= lines * 0.98;
  }

  boolean isLessDiscount() {
    return lines > 0 && lessDiscount >= lines * 0.98;
  }

  boolean isLessRate() {
    return lines > 0 && lessRate >= lines * 0.98;
  }

  /** Whether every discount is a part of one: 0.15 for 15 %. */
  boolean isRate() {
    return discounts > 0 && fractionDiscounts == discounts;
  }

  /** Geometric mean of the price (or amount) on lines of one piece. */
  double meanOfSingles() {
    return singles == 0 ? 0 : Math.exp(singleLogs / singles);
  }

  /** Geometric mean of the price (or amount) on lines of two pieces and more. */
  double meanOfSeveral() {
    return several == 0 ? 0 : Math.exp(severalLogs / several);
  }

  /** Whether the value grows with the quantity, as an amount does and a price does not. */
  boolean growsWithQuantity() {
    return singles >= 100 && several >= 100 && meanOfSeveral() > 1.5 * meanOfSingles();
  }
}
