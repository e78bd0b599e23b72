package io.clientele.reports.list;

import io.clientele.reports.published.Role;
import io.clientele.reports.text.OutputFormat;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which customers of the churn-risk list, for whom, how written.
 *
 * @param top at most so many customers, the best ones; empty = all
 * @param segment only customers of this RFM segment, whatever its letters' case
 * @param region only customers of this region, whatever its letters' case
 * @param minimumValue only customers with at least this value at risk, company currency
 * @param role whether contact data is shown
 * @param currencyCode company currency, ISO 4217, for headings
 * @param output how it is written
 */
public record ChurnListOptions(
    OptionalInt top,
    Optional<String> segment,
    Optional<String> region,
    Optional<BigDecimal> minimumValue,
    Role role,
    String currencyCode,
    Output output) {

  public ChurnListOptions {
    if (top.isPresent() && top.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Cannot list the first %d customers: a list has at least one; name a number from 1."
              .formatted(top.getAsInt()));
    }
  }

  /** Everybody who may be contacted, for a marketer, in this format. */
  public static ChurnListOptions everybody(OutputFormat format, String currencyCode) {
    return new ChurnListOptions(
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Role.MARKETER,
        currencyCode,
        new Output(format, OptionalInt.empty()));
  }

  /**
   * How a list is written.
   *
   * @param format a table shows fewer columns than the files do
   * @param terminalWidth characters a line of a terminal; empty = no terminal, nothing is cut
   */
  public record Output(OutputFormat format, OptionalInt terminalWidth) {}
}
