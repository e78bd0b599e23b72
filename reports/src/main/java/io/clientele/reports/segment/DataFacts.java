package io.clientele.reports.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the reader must know about the data behind the report.
 *
 * @param quarantine rows that were refused and still wait
 * @param reasons why, most frequent first; a row may have several
 * @param anonymousLines purchase lines of the last 365 days without a customer
 * @param lines purchase lines of the last 365 days
 * @param anonymousAmount their money
 * @param amount money of all of them
 * @param sources how fresh each source is
 * @param loads what came in and where it went
 * @param unreadable deliveries that could not be read
 */
record DataFacts(
    Quarantine quarantine,
    List<ChurnFacts.Counted> reasons,
    long anonymousLines,
    long lines,
    BigDecimal anonymousAmount,
    BigDecimal amount,
    List<Source> sources,
    List<Load> loads,
    List<String> unreadable) {

  /**
   * Refused rows.
   *
   * @param amount their money where it can be read
   * @param unreadable rows whose money cannot be read
   */
  record Quarantine(long rows, BigDecimal amount, long unreadable) {}

  /**
   * A source.
   *
   * @param newestSale empty = it delivers no sales
   * @param newestDelivery local day of the newest delivery; empty = none
   */
  record Source(String name, Optional<LocalDate> newestSale, Optional<LocalDate> newestDelivery) {

    /** Whether its sales end more than a week before the as-of date. */
    boolean isStale(LocalDate asOf) {
      return newestSale.map(day -> day.isBefore(asOf.minusDays(8))).orElse(false);
    }
  }

  /**
   * Rows of a source entity by outcome.
   *
   * @param filtered left out by the condition in the configuration
   * @param loaded sales lines in fct_sales; empty = no sales
   * @param elsewhere repeated, replaced or refused after staging; empty = none
   * @param amount money landed; empty = the entity carries none
   */
  record Load(
      String source,
      String entity,
      long landed,
      long quarantined,
      long staged,
      long filtered,
      OptionalLong loaded,
      OptionalLong elsewhere,
      Optional<BigDecimal> amount) {}
}
