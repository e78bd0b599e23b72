package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.basket.VisitorFactory;
import io.clientele.models.crosssell.mining.ItemSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple4;

/** Counts given rules in the baskets of a partition: rule, antecedents, both sides, expected. */
final class RuleTally
    implements VisitorFactory.Collecting<Tuple4<Integer, Integer, Integer, Double>> {
  private final Plan plan;
  private final int[] withAntecedent;
  private final int[] both;
  private final double[] expected;
  private final boolean[] isInBasket;

  RuleTally(Plan plan) {
    this.plan = plan;
    int rules = plan.antecedents.length;
    this.withAntecedent = new int[rules];
    this.both = new int[rules];
    this.expected = new double[rules];
    this.isInBasket = new boolean[plan.rulesOfRarest.length];
  }

  @Override
  public void visit(int[] numbers, int start, int size) {
    mark(numbers, start, size, true);
    for (int i = start; i < start + size; i++) {
      for (int rule : plan.rulesOfRarest[numbers[i]]) {
        if (holds(plan.antecedents[rule])) {
          add(rule, size);
        }
      }
    }
    mark(numbers, start, size, false);
  }

  private void add(int rule, int size) {
    withAntecedent[rule]++;
    expected[rule] +=
        plan.margins.chance(new ItemSet(plan.antecedents[rule]), plan.consequents[rule], size);
    if (isInBasket[plan.consequents[rule]]) {
      both[rule]++;
    }
  }

  private boolean holds(int[] items) {
    for (int item : items) {
      if (!isInBasket[item]) {
        return false;
      }
    }
    return true;
  }

  private void mark(int[] numbers, int start, int size, boolean value) {
    for (int i = start; i < start + size; i++) {
      isInBasket[numbers[i]] = value;
    }
  }

  @Override
  public List<Tuple4<Integer, Integer, Integer, Double>> rest() {
    return IntStream.range(0, both.length)
        .filter(rule -> withAntecedent[rule] > 0)
        .mapToObj(rule -> new Tuple4<>(rule, withAntecedent[rule], both[rule], expected[rule]))
        .toList();
  }

  /** The rules by the rarest item of their antecedent. */
  static final class Plan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[][] antecedents;
    private final int[] consequents;
    private final int[][] rulesOfRarest;
    private final MarginModel margins;

    Plan(List<AssociationRule> rules, MarginModel margins, int items) {
      this.margins = margins;
      this.antecedents =
          rules.stream().map(rule -> rule.antecedent().items()).toArray(int[][]::new);
      this.consequents = rules.stream().mapToInt(AssociationRule::consequent).toArray();
      List<List<Integer>> byRarest = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        byRarest.add(new ArrayList<>());
      }
      for (int rule = 0; rule < antecedents.length; rule++) {
        byRarest.get(Arrays.stream(antecedents[rule]).max().orElseThrow()).add(rule);
      }
      this.rulesOfRarest =
          byRarest.stream()
              .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new);
    }
  }
}
