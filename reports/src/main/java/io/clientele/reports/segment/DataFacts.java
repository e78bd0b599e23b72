package io.clientele.reports.segment;

import io.clientele.reports.text.NumberText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the reader must know about the data behind the report.
 *
 * @param quarantine rows that were refused and still wait
 * @param reasons why, most frequent first, the rare ones together; a row may have several
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
   * @param salesLines those of them that are sales lines and so carry money
   * @param amount their money where it can be read
   * @param unreadable sales lines whose money cannot be read
   */
  record Quarantine(long rows, long salesLines, BigDecimal amount, long unreadable) {
    /** Their money as words after "with"; empty = no refused row carries money. */
    Optional<String> money(NumberText numbers) {
      if (salesLines == 0) {
        return Optional.empty();
      }
      return Optional.of(
          unreadable == salesLines ? "amounts that cannot be read" : numbers.money(amount));
    }
  }

  /**
   * A source.
   *
   * @param newestSale empty = it delivers no sales
   * @param newestDelivery local day of the newest delivery; empty = none
   * @param isOverdue whether one of its entities is silent for longer than usual
   */
  record Source(
      String name,
      Optional<LocalDate> newestSale,
      Optional<LocalDate> newestDelivery,
      boolean isOverdue) {

    /** Whether its sales end more than a week before the as-of date. */
    boolean isStale(LocalDate asOf) {
      return newestSale.map(day -> day.isBefore(asOf.minusDays(8))).orElse(false);
    }

    /**
     * Behind the other sources, silent, or simply old.
     *
     * @param publishedOn day of the night
     */
    String state(LocalDate asOf, LocalDate publishedOn) {
      if (isStale(asOf)) {
        return "stale";
      }
      if (isOverdue) {
        return "silent";
      }
      long age = newestSale.map(day -> ChronoUnit.DAYS.between(day, publishedOn)).orElse(0L);
      return age > 8 ? NumberText.count(age) + " days old" : "fresh";
    }
  }

  /**
   * Rows of a source entity by outcome.
   *
   * @param refused while staging or while conforming
   * @param accepted delivered, neither refused nor left out
   * @param leftOut by the condition in the configuration
   * @param loaded sales lines in fct_sales; empty = no sales
   * @param elsewhere repeated or replaced sales lines; empty = none
   * @param money of sales lines, by where it went; empty = the entity carries none
   */
  record Load(
      String source,
      String entity,
      long landed,
      long refused,
      long accepted,
      long leftOut,
      OptionalLong loaded,
      OptionalLong elsewhere,
      Optional<Money> money) {}

  /**
   * Where the money of a source entity went.
   *
   * @param unreadable refused rows whose amount cannot be read
   */
  record Money(
      BigDecimal delivered,
      BigDecimal refused,
      BigDecimal leftOut,
      BigDecimal loaded,
      BigDecimal elsewhere,
      long unreadable) {}
}
