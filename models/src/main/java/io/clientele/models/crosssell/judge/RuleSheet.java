package io.clientele.models.crosssell.judge;

import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.evaluation.EvaluationResult.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules as lines of {@code rules.csv}; the last columns are empty where the tests did not keep. */
final class RuleSheet {
  private static final List<String> COLUMNS =
      List.of(
          "antecedent",
          "consequent",
          "baskets",
          "support",
          "confidence",
          "lift",
          "lift_low",
          "lift_high",
          "leverage",
          "conviction",
          "size_adjusted_lift",
          "shrunk_lift",
          "fisher_p_value",
          "p_value",
          "q_value");

  private final Dictionary dictionary;

  RuleSheet(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  Sheet of(List<AssociationRule> all, List<SoundRule> sound, boolean soundOnly) {
    Map<AssociationRule, SoundRule> tests = new HashMap<>();
    sound.forEach(rule -> tests.put(rule.rule(), rule));
    List<AssociationRule> listed = soundOnly ? sound.stream().map(SoundRule::rule).toList() : all;
    Iterable<List<Object>> rows =
        () -> listed.stream().map(rule -> row(rule, tests.get(rule))).iterator();
    return new Sheet("rules.csv", COLUMNS, rows);
  }

  private List<Object> row(AssociationRule rule, SoundRule test) {
    List<Object> row =
        new ArrayList<>(
            Arrays.asList(
                String.join(" + ", dictionary.names(rule.antecedent().items())),
                dictionary.item(rule.consequent()),
                rule.both(),
                rule.support(),
                rule.confidence(),
                rule.lift(),
                rule.liftLow(),
                rule.liftHigh(),
                rule.leverage(),
                Double.isInfinite(rule.conviction()) ? null : rule.conviction()));
    row.addAll(
        test == null
            ? Arrays.asList(null, null, null, null, null)
            : List.of(
                test.sizeAdjustedLift(),
                test.shrunkLift(),
                test.fisherPValue(),
                test.pValue(),
                test.qValue()));
    return row;
  }
}
