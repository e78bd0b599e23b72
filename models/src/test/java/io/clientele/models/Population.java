package io.clientele.models;

import java.time.LocalDate;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Made-up customers with a purchase rhythm and a day on which they leave. */
public final class Population {
  private static final LocalDate START = LocalDate.parse("2023-01-01");

  private Population() {}

  /**
   * Purchase facts over two years from 2023-01-01: each customer starts somewhere in the first
   * year, buys every 10 to 60 days, and leaves at a random day (two thirds of them within the two
   * years).
   */
  public static Dataset<Row> of(int customers, long seed) {
    Random random = new Random(seed);
    Purchases purchases = new Purchases();
    for (int i = 0; i < customers; i++) {
      double gap = 10 + random.nextInt(50);
      int leaves = 100 + random.nextInt(950);
      int day = random.nextInt(365);
      while (day < 730 && day < leaves) {
        int amount = 10 + random.nextInt(90);
        purchases.entry(
            String.format("r%05d", i), START.plusDays(day), 1, String.valueOf(amount), "0", null);
        day += 1 + (int) Math.round(-gap * Math.log(1 - random.nextDouble()));
      }
    }
    return purchases.facts();
  }
}
