package io.clientele.sample.truth;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Sums of the valid sales lines of one source, month by month, to the cent. */
public final class MonthTally {
  static final String[] HEADER = {
    "source",
    "month",
    "orders",
    "lines",
    "return_lines",
    "cancellation_lines",
    "buying_customers",
    "gross_amount",
    "discount_amount",
    "returned_amount",
    "cancelled_amount",
    "shipping_amount",
    "net_amount"
  };

  private final String source;
  private final PlantedTruth truth;
  private String month = "";
  private final long[] counts = new long[4];
  private final long[] cents = new long[5];
  private final BitSet customers = new BitSet();

  public MonthTally(String source, PlantedTruth truth) {
    this.source = source;
    this.truth = truth;
  }

  /** Months come in order; a new one ends the one before. */
  public void month(String label) {
    if (!label.equals(month)) {
      end();
      month = label;
    }
  }

  /** An order or receipt with at least one valid line. */
  public void order() {
    counts[0]++;
  }

  /** A known customer has bought. */
  public void customer(int index) {
    customers.set(index);
  }

  /** A valid line of goods. */
  public void line(Kind kind, long quantity, long unitCents, long discountCents) {
    counts[1]++;
    long amount = quantity * unitCents;
    switch (kind) {
      case PURCHASE -> {
        cents[0] += amount;
        cents[1] += discountCents;
      }
      case RETURN -> {
        counts[2]++;
        cents[2] += amount;
      }
      case CANCELLATION -> {
        counts[3]++;
        cents[3] += amount;
      }
      case SHIPPING -> cents[4] += amount;
    }
  }

  /** Writes the month, if there was one. */
  public void end() {
    if (!month.isEmpty()) {
      long net = cents[0] - cents[1] + cents[2] + cents[3] + cents[4];
      truth.total(
          Stream.of(
                  Stream.of(source, month),
                  LongStream.of(counts).mapToObj(Long::toString),
                  Stream.of(Integer.toString(customers.cardinality())),
                  LongStream.concat(LongStream.of(cents), LongStream.of(net))
                      .mapToObj(amount -> BigDecimal.valueOf(amount, 2).toPlainString()))
              .flatMap(cells -> cells)
              .toList());
    }
    Arrays.fill(counts, 0);
    Arrays.fill(cents, 0);
    customers.clear();
    month = "";
  }

  /** What a line is. */
  public enum Kind {
    PURCHASE,
    RETURN,
    CANCELLATION,
    SHIPPING
  }
}
