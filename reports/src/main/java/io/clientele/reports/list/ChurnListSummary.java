package io.clientele.reports.list;

import io.clientele.reports.text.NumberText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a list holds and what it leaves out, for the person who asked for it.
 *
 * @param asOf as-of date of the publication
 * @param customers rows of the list
 * @param withoutConsent customers that fit the question and may not be contacted
 * @param consentUnknown customers on the list whose consent nobody recorded
 * @param valueAtRisk of the customers on the list, company currency
 * @param grade of the model; empty = none
 * @param withheldReason why there is no list at all, in words
 */
public record ChurnListSummary(
    LocalDate asOf,
    long customers,
    long withoutConsent,
    long consentUnknown,
    BigDecimal valueAtRisk,
    Optional<String> grade,
    Optional<String> withheldReason) {

  static ChurnListSummary withheld(LocalDate asOf, String reason) {
    return new ChurnListSummary(
        asOf, 0, 0, 0, BigDecimal.ZERO, Optional.empty(), Optional.of(reason));
  }

  /** One or a few sentences. */
  public String text(String currencyCode) {
    if (withheldReason.isPresent()) {
      return "No churn list as of %s: %s".formatted(asOf, withheldReason.get());
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "Churn list as of %s: %s, %s at risk."
            .formatted(asOf, counted(customers), new NumberText(currencyCode).money(valueAtRisk)));
    if (withoutConsent > 0) {
      text.append(
          " Left out: %s without consent to be contacted.".formatted(counted(withoutConsent)));
    }
    if (consentUnknown > 0) {
      text.append(
          " Of %s on the list no consent is recorded: check before you write."
              .formatted(counted(consentUnknown)));
    }
    if (grade.filter("C"::equals).isPresent()) {
      text.append(" Grade C: the model is no better than the plain rule on held-out data.");
    }
    return text.toString();
  }

  private static String counted(long customers) {
    return NumberText.count(customers) + (customers == 1 ? " customer" : " customers");
  }
}
