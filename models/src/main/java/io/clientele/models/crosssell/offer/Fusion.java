package io.clientele.models.crosssell.offer;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * One ranking of two: products that histories like this customer's hold, and products that rules
 * name. Each list gives its places, 1 / (60 + place), and the sums rank (reciprocal rank fusion,
 * Cormack, Clarke and Büttcher 2009; its constant is theirs, nothing is tuned). Used again for the
 * next customer; not for several threads.
 */
public final class Fusion {
  private static final int LISTED = 50;
  private static final double CONSTANT = 60;

  private final OfferModel histories;
  private final OfferModel rules;
  private final Scores byHistories;
  private final Scores byRules;
  private final Scores fused;

  /**
   * Fuses two models.
   *
   * @param items how many items there are
   */
  public Fusion(Neighbours histories, RuleOffers rules, int items) {
    this.histories = histories;
    this.rules = rules;
    this.byHistories = new Scores(items);
    this.byRules = new Scores(items);
    this.fused = new Scores(items);
  }

  /**
   * A product that suits.
   *
   * @param item its number
   * @param score sum of the places' worth, higher is better
   * @param rule index of the rule that names it; -1 = none
   * @param because owned item whose buyers have it most; meaningless when no history has it
   */
  public record Candidate(int item, double score, int rule, int because) {}

  /** The best of the allowed, best first. */
  public List<Candidate> of(int[] owned, int[] times, IntPredicate isAllowed) {
    histories.score(owned, times, byHistories);
    rules.score(owned, times, byRules);
    addPlaces(byHistories.top(LISTED, isAllowed));
    addPlaces(byRules.top(LISTED, isAllowed));
    List<Candidate> best =
        Arrays.stream(fused.top(LISTED, item -> true)).mapToObj(this::candidate).toList();
    byHistories.clear();
    byRules.clear();
    fused.clear();
    return best;
  }

  private void addPlaces(int[] best) {
    for (int place = 0; place < best.length; place++) {
      fused.add(best[place], 1 / (CONSTANT + place + 1), place);
    }
  }

  private Candidate candidate(int item) {
    int rule = byRules.of(item) > 0 ? byRules.because(item) : -1;
    return new Candidate(item, fused.of(item), rule, byHistories.because(item));
  }

  /** The same as a model that can be judged. */
  public static OfferModel model(Neighbours histories, RuleOffers rules, int items) {
    return (owned, times, scores) -> {
      IntPredicate isNew = item -> Arrays.binarySearch(owned, item) < 0;
      for (Candidate each : new Fusion(histories, rules, items).of(owned, times, isNew)) {
        scores.add(each.item(), each.score(), each.because());
      }
    };
  }
}
