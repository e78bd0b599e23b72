package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.offer.Fusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The offers of one customer after another, and what was taken off them: new products by rules and
 * histories; apart from them, products that are due by the customer's own rhythm.
 */
final class OfferMaker {
  static final String RULE = "rule";
  static final String SIMILAR_PRODUCT = "similar_product";
  static final String REPURCHASE = "repurchase";

  private static final String BOUGHT = "already bought";
  private static final String NOT_SOLD = "not sold lately";
  private static final String NO_CONSENT = "no consent to be contacted";

  private static final int OFFERS = 5;
  private static final int REMINDERS = 3;
  private static final int SHOWN_BOUGHT = 3;
  private static final int DUE_SOON_DAYS = 30;

  private final CrossSellArtifact artifact;
  private final Fusion fusion;
  private final Evidence evidence;
  private final Map<String, Integer> numbers = new HashMap<>();

  OfferMaker(CrossSellArtifact artifact) {
    this.artifact = artifact;
    this.fusion = artifact.fusion();
    this.evidence = new Evidence(artifact);
    for (int number = 0; number < artifact.items().size(); number++) {
      numbers.put(artifact.items().get(number).id(), number);
    }
  }

  /**
   * All rows of a customer.
   *
   * @param history what the customer bought, each product once
   * @param refuses whether the customer said not to be contacted
   * @param today the as-of day, in days since 1970
   */
  List<OfferRow> of(List<Owned> history, boolean refuses, int today) {
    TreeMap<Integer, Owned> known = new TreeMap<>();
    history.forEach(
        owned ->
            Optional.ofNullable(numbers.get(owned.item())).ifPresent(n -> known.put(n, owned)));
    int[] owned = known.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] times = known.values().stream().mapToInt(Owned::baskets).toArray();
    List<OfferRow> rows = new ArrayList<>(newProducts(owned, times));
    List<OfferRow> reminders = reminders(history, today);
    rows.addAll(reminders);
    rows.addAll(bought(owned, times, known, reminders));
    return refuses
        ? rows.stream()
            .map(row -> row.excluded().isPresent() ? row : row.takenOff(NO_CONSENT))
            .toList()
        : rows;
  }

  private List<OfferRow> newProducts(int[] owned, int[] times) {
    List<OfferRow> rows = new ArrayList<>();
    int rank = 0;
    for (Fusion.Candidate each :
        fusion.of(owned, times, item -> Arrays.binarySearch(owned, item) < 0)) {
      if (!artifact.items().get(each.item()).isSold()) {
        rows.add(offer(each, OptionalInt.empty()).takenOff(NOT_SOLD));
      } else {
        rows.add(offer(each, OptionalInt.of(++rank)));
      }
      if (rank == OFFERS || rows.size() == 2 * OFFERS) {
        return rows;
      }
    }
    return rows;
  }

  private OfferRow offer(Fusion.Candidate candidate, OptionalInt rank) {
    Optional<MinedRule> rule =
        candidate.rule() < 0
            ? Optional.empty()
            : Optional.of(artifact.rules().get(candidate.rule()));
    return new OfferRow(
        artifact.items().get(candidate.item()).id(),
        rank,
        candidate.score(),
        rule.isPresent() ? RULE : SIMILAR_PRODUCT,
        rule.map(MinedRule::id),
        rule.map(evidence::of).orElseGet(() -> evidence.of(candidate.because(), candidate.item())),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** Due within a month, or overdue by no more than another usual gap: later it is given up. */
  private List<OfferRow> reminders(List<Owned> history, int today) {
    List<Owned> due =
        history.stream()
            .filter(Owned::hasRhythm)
            .filter(each -> each.dueDay() <= today + DUE_SOON_DAYS)
            .filter(each -> each.dueDay() + each.usualGap() >= today)
            .sorted(Comparator.comparingInt(Owned::dueDay).thenComparing(Owned::item))
            .limit(REMINDERS)
            .toList();
    List<OfferRow> rows = new ArrayList<>();
    int rank = 0;
    for (Owned each : due) {
      boolean isSold =
          Optional.ofNullable(numbers.get(each.item()))
              .map(number -> artifact.items().get(number).isSold())
              .orElse(true);
      OptionalInt place = isSold ? OptionalInt.of(++rank) : OptionalInt.empty();
      rows.add(
          new OfferRow(
              each.item(),
              place,
              each.days(),
              REPURCHASE,
              Optional.empty(),
              Evidence.of(each),
              OptionalInt.of(each.dueDay()),
              isSold ? Optional.empty() : Optional.of(NOT_SOLD)));
    }
    return rows;
  }

  /** The best of what suits and is there already: why it is not offered can be seen. */
  private List<OfferRow> bought(
      int[] owned, int[] times, Map<Integer, Owned> known, List<OfferRow> reminders) {
    return fusion.of(owned, times, known::containsKey).stream()
        .filter(each -> reminders.stream().noneMatch(row -> row.item().equals(id(each))))
        .limit(SHOWN_BOUGHT)
        .map(
            each ->
                new OfferRow(
                    id(each),
                    OptionalInt.empty(),
                    each.score(),
                    each.rule() < 0 ? SIMILAR_PRODUCT : RULE,
                    each.rule() < 0
                        ? Optional.empty()
                        : Optional.of(artifact.rules().get(each.rule()).id()),
                    Evidence.ofOwned(known.get(each.item())),
                    OptionalInt.empty(),
                    Optional.of(BOUGHT)))
        .toList();
  }

  private String id(Fusion.Candidate candidate) {
    return artifact.items().get(candidate.item()).id();
  }
}
