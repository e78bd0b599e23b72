package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.VisitorFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple4;

/**
 * What became of a rule in a later period.
 *
 * @param withAntecedent later baskets with the antecedent
 * @param both later baskets with both sides
 * @param expected later baskets with both sides that frequencies and basket sizes of that period
 *     would give
 */
public record Survival(int withAntecedent, int both, double expected) {

  /** Baskets with both sides over those expected; 0 when the rule was never met again. */
  public double sizeAdjustedLift() {
    return both == 0 ? 0 : both / expected;
  }

  /** Whether both sides still meet more often than by chance; a rule never met again does not. */
  public boolean hasSurvived() {
    return sizeAdjustedLift() > 1;
  }

  /** Per rule, in their order: the later baskets are seen once, where they are. */
  public static List<Survival> of(List<AssociationRule> rules, Baskets later) {
    JavaSparkContext context = later.context();
    Broadcast<RuleTally.Plan> plan =
        context.broadcast(
            new RuleTally.Plan(rules, MarginModel.fit(later.tally()), later.dictionary().size()));
    try {
      VisitorFactory<Tuple4<Integer, Integer, Integer, Double>> factory =
          () -> new RuleTally(plan.value());
      List<Tuple4<Integer, Integer, Integer, Double>> partial = later.map(factory).collect();
      Survival[] sums = new Survival[rules.size()];
      Arrays.fill(sums, new Survival(0, 0, 0));
      partial.forEach(
          each -> sums[each._1()] = sums[each._1()].plus(each._2(), each._3(), each._4()));
      return List.of(sums);
    } finally {
      plan.unpersist(false);
    }
  }

  private Survival plus(int antecedents, int bothSides, double more) {
    return new Survival(withAntecedent + antecedents, both + bothSides, expected + more);
  }
}
