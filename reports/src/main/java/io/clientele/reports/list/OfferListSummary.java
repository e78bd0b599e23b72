package io.clientele.reports.list;

import io.clientele.reports.text.NumberText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a list of offers holds and what it leaves out, for the person who asked for it.
 *
 * @param asOf as-of date of the publication
 * @param offers rows of the list
 * @param customers customers on it
 * @param withoutConsent customers that fit the question and may not be contacted
 * @param consentUnknown customers on the list whose consent nobody recorded
 * @param belief how the model did on held-out time, beside the best-sellers
 * @param withheldReason why there is no list at all, in words
 */
public record OfferListSummary(
    LocalDate asOf,
    long offers,
    long customers,
    long withoutConsent,
    long consentUnknown,
    Optional<Belief> belief,
    Optional<String> withheldReason) {

  /**
   * How far to believe it.
   *
   * @param grade A, B or C
   * @param hit share of customers who then bought one of ten offers
   * @param baseline the same of ten best-sellers
   */
  public record Belief(String grade, double hit, double baseline) {}

  static OfferListSummary withheld(LocalDate asOf, String reason) {
    return new OfferListSummary(asOf, 0, 0, 0, 0, Optional.empty(), Optional.of(reason));
  }

  /** One or a few sentences. */
  public String text() {
    if (withheldReason.isPresent()) {
      return "No offers as of %s: %s".formatted(asOf, withheldReason.get());
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "Offers as of %s: %s for %s."
            .formatted(asOf, counted(offers, "offer"), counted(customers, "customer")));
    if (withoutConsent > 0) {
      text.append(
          " Left out: %s without consent to be contacted."
              .formatted(counted(withoutConsent, "customer")));
    }
    if (consentUnknown > 0) {
      text.append(
          " Of %s on the list no consent is recorded: check before you write."
              .formatted(counted(consentUnknown, "customer")));
    }
    belief.ifPresent(
        known ->
            text.append(
                " Grade %s: in a test %s of customers then bought one of ten such offers, %s one of ten best-sellers."
                    .formatted(
                        known.grade(),
                        NumberText.share(known.hit()),
                        NumberText.share(known.baseline()))));
    return text.toString();
  }

  private static String counted(long number, String what) {
    return NumberText.count(number) + " " + what + (number == 1 ? "" : "s");
  }
}
