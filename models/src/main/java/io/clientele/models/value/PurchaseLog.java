package io.clientele.models.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Purchase days of customers in memory: a file that is evaluated. What a customer buys on one day
 * is one purchase.
 */
public final class PurchaseLog {
  private static final Comparator<Purchase> ORDER =
      Comparator.comparing(Purchase::customer).thenComparingInt(Purchase::day);

  private final List<String> customers = new ArrayList<>();
  private final int[] starts;
  private final int[] days;
  private final double[] spends;

  /**
   * What a customer bought on a day.
   *
   * @param customer identity
   * @param day days since 1970
   * @param spend amount; 0 where amounts are not known
   */
  public record Purchase(String customer, int day, double spend) {}

  private PurchaseLog(List<Purchase> sorted) {
    int[] first = new int[sorted.size() + 1];
    days = new int[sorted.size()];
    spends = new double[sorted.size()];
    int used = -1;
    for (Purchase purchase : sorted) {
      boolean isKnown =
          !customers.isEmpty() && customers.get(customers.size() - 1).equals(purchase.customer());
      if (!isKnown) {
        first[customers.size()] = used + 1;
        customers.add(purchase.customer());
      }
      if (!isKnown || days[used] != purchase.day()) {
        days[++used] = purchase.day();
      }
      spends[used] += purchase.spend();
    }
    first[customers.size()] = used + 1;
    starts = java.util.Arrays.copyOf(first, customers.size() + 1);
  }

  /** Purchases in any order. */
  public static PurchaseLog of(List<Purchase> purchases) {
    return new PurchaseLog(purchases.stream().sorted(ORDER).toList());
  }

  public LocalDate firstDay() {
    return bound(true);
  }

  public LocalDate lastDay() {
    return bound(false);
  }

  private LocalDate bound(boolean isFirst) {
    int found = days[0];
    for (int i = 0; i < starts[customers.size()]; i++) {
      found = isFirst ? Math.min(found, days[i]) : Math.max(found, days[i]);
    }
    return LocalDate.ofEpochDay(found);
  }

  /**
   * What was known of each customer at the end of a day.
   *
   * @param daysPerUnit length of the time unit
   * @param minimumPurchases customers with fewer purchase days are left out
   */
  public CustomerSummaries at(LocalDate day, double daysPerUnit, int minimumPurchases) {
    int end = (int) day.toEpochDay();
    CustomerSummaries.Builder summaries = new CustomerSummaries.Builder(daysPerUnit);
    for (int c = 0; c < customers.size(); c++) {
      int from = starts[c];
      int to = from;
      while (to < starts[c + 1] && days[to] <= end) {
        to++;
      }
      if (to - from >= Math.max(1, minimumPurchases)) {
        summaries.add(customers.get(c), c, days, spends, from, to, end);
      }
    }
    return summaries.build();
  }

  /** Purchase days after one day and until another, of the customers of the summaries. */
  public Outcome outcome(CustomerSummaries of, LocalDate after, LocalDate until) {
    double[] purchases = new double[of.size()];
    double[] spend = new double[of.size()];
    for (int i = 0; i < of.size(); i++) {
      int c = of.places()[i];
      for (int k = starts[c]; k < starts[c + 1]; k++) {
        if (days[k] > after.toEpochDay() && days[k] <= until.toEpochDay()) {
          purchases[i]++;
          spend[i] += spends[k];
        }
      }
    }
    return new Outcome(purchases, spend);
  }

  /**
   * What customers did in a window.
   *
   * @param purchases purchase days
   * @param spend amounts
   */
  public record Outcome(double[] purchases, double[] spend) {}
}
