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
   * Purchase facts over 800 days from 2023-01-01: each customer starts somewhere in the first year,
   * buys every 5 to 120 days, and leaves at a random day (three quarters of them before the end).
   */
  public static Dataset<Row> of(int customers, long seed) {
    Random random = new Random(seed);
    Purchases purchases = new Purchases();
    for (int i = 0; i < customers; i++) {
      double gap = 5 + random.nextInt(115);
      int leaves = 100 + random.nextInt(950);
      int day = random.nextInt(365);
      while (day < 800 && day < leaves) {
        int amount = 10 + random.nextInt(90);
        purchases.entry(
            String.format("r%05d", i), START.plusDays(day), 1, String.valueOf(amount), "0", null);
        day += 1 + (int) Math.round(-gap * Math.log(1 - random.nextDouble()));
      }
    }
    return purchases.facts();
  }
}
