package io.clientele.models.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Customers as their histories, one place of the arrays each.
 *
 * @param customers identities
 * @param places where they stand in the log they come from
 * @param repeats x
 * @param lastAges t_x in time units
 * @param ages T in time units
 * @param longestGaps longest time between two purchases; 0 with one purchase
 * @param repeatMeans mean spend of the repeat purchases; 0 without one
 * @param spends spend of all purchases
 */
public record CustomerSummaries(
    List<String> customers,
    int[] places,
    int[] repeats,
    double[] lastAges,
    double[] ages,
    double[] longestGaps,
    double[] repeatMeans,
    double[] spends) {

  /** Customers of a ready summary, whose days are not known. */
  public static CustomerSummaries of(
      int[] repeats, double[] lastAges, double[] ages, double[] repeatMeans) {
    double[] unknown = new double[repeats.length];
    Arrays.fill(unknown, Double.NaN);
    int[] places = IntStream.range(0, repeats.length).toArray();
    List<String> names = Arrays.stream(places).mapToObj(place -> "row " + (place + 1)).toList();
    return new CustomerSummaries(
        names, places, repeats, lastAges, ages, unknown, repeatMeans, unknown);
  }

  public int size() {
    return repeats.length;
  }

  boolean hasRepeats() {
    return Arrays.stream(repeats).anyMatch(x -> x > 0);
  }

  /** A value of a history. */
  @FunctionalInterface
  interface OfHistory {
    double of(int x, double lastAge, double age);
  }

  /** The value of each customer's history. */
  double[] of(OfHistory value) {
    return IntStream.range(0, size())
        .parallel()
        .mapToDouble(i -> value.of(repeats[i], lastAges[i], ages[i]))
        .toArray();
  }

  /** Distinct histories with their numbers of customers. */
  public Histories histories() {
    return Histories.counted(repeats, lastAges, ages);
  }

  /** Mean spends of customers with repeat purchases that cost something. */
  public Spends repeatSpends() {
    int[] bought =
        IntStream.range(0, size()).filter(i -> repeats[i] > 0 && repeatMeans[i] > 0).toArray();
    double[] ones = new double[bought.length];
    Arrays.fill(ones, 1);
    return new Spends(
        Arrays.stream(bought).map(i -> repeats[i]).toArray(),
        Arrays.stream(bought).mapToDouble(i -> repeatMeans[i]).toArray(),
        ones);
  }

  /** Collects customers of a log. */
  static final class Builder {
    private final double daysPerUnit;
    private final List<String> customers = new java.util.ArrayList<>();
    private final List<double[]> rows = new java.util.ArrayList<>();

    Builder(double daysPerUnit) {
      this.daysPerUnit = daysPerUnit;
    }

    /** Adds a customer whose purchases, ascending, stand from one place to another. */
    void add(String customer, int place, int[] days, double[] spends, int from, int to, int end) {
      double gap = 0;
      double spend = spends[from];
      for (int k = from + 1; k < to; k++) {
        gap = Math.max(gap, days[k] - days[k - 1]);
        spend += spends[k];
      }
      int x = to - from - 1;
      customers.add(customer);
      rows.add(
          new double[] {
            place,
            x,
            (days[to - 1] - days[from]) / daysPerUnit,
            (end - days[from]) / daysPerUnit,
            gap / daysPerUnit,
            x == 0 ? 0 : (spend - spends[from]) / x,
            spend
          });
    }

    CustomerSummaries build() {
      return new CustomerSummaries(
          List.copyOf(customers),
          Arrays.stream(column(0)).mapToInt(each -> (int) each).toArray(),
          Arrays.stream(column(1)).mapToInt(each -> (int) each).toArray(),
          column(2),
          column(3),
          column(4),
          column(5),
          column(6));
    }

    private double[] column(int index) {
      return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
  }
}
