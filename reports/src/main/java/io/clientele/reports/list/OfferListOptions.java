package io.clientele.reports.list;

import io.clientele.reports.published.Role;
import io.clientele.reports.text.OutputFormat;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which offers, for whom, how written.
 *
 * @param kind new products, or products due by the customer's own rhythm
 * @param top at most so many customers, the most valuable ones; empty = all
 * @param each at most so many offers a customer
 * @param filter which customers and product
 * @param role whether contact data is shown
 * @param currencyCode company currency, ISO 4217, for headings
 * @param output how it is written
 */
public record OfferListOptions(
    Kind kind,
    OptionalInt top,
    int each,
    Filter filter,
    Role role,
    String currencyCode,
    ChurnListOptions.Output output) {

  /** What is listed. */
  public enum Kind {
    NEW_PRODUCTS,
    REMINDERS
  }

  /**
   * Narrows the list, whatever the letters' case.
   *
   * @param segment only customers of this RFM segment
   * @param region only customers of this region
   * @param product only offers of this product, by code or name; the best suited customers first
   * @param minimumValue only customers with at least this value expected in 12 months
   */
  public record Filter(
      Optional<String> segment,
      Optional<String> region,
      Optional<String> product,
      Optional<BigDecimal> minimumValue) {
    public static Filter none() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  public OfferListOptions {
    if (top.isPresent() && top.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Cannot list offers for the first %d customers: a list has at least one; name a number from 1."
              .formatted(top.getAsInt()));
    }
    if (each < 1) {
      throw new IllegalArgumentException(
          "Cannot list %d offers a customer: it must be at least one; name a number from 1."
              .formatted(each));
    }
  }

  /** All new products for everybody who may be contacted, for a marketer, in this format. */
  public static OfferListOptions everybody(OutputFormat format, String currencyCode) {
    return new OfferListOptions(
        Kind.NEW_PRODUCTS,
        OptionalInt.empty(),
        Integer.MAX_VALUE,
        Filter.none(),
        Role.MARKETER,
        currencyCode,
        new ChurnListOptions.Output(format, OptionalInt.empty()));
  }
}
