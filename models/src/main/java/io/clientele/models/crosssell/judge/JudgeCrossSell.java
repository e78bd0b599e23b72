package io.clientele.models.crosssell.judge;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.mining.TooManyItemSets;
import io.clientele.models.evaluation.EvaluationResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Item sets, rules, sound rules and offers of a file, under the keys of the contract of {@code
 * clientele evaluate crosssell}.
 */
public final class JudgeCrossSell {
  private final CrossSellOptions options;
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private JudgeCrossSell(CrossSellOptions options) {
    this.options = options;
  }

  /**
   * Judges them.
   *
   * @param lines columns {@code basket}, {@code item}, {@code customer} (strings) and {@code day}
   *     (date); customer and day are null where the file has none
   */
  public static EvaluationResult of(Dataset<Row> lines, CrossSellOptions options) {
    Dataset<Row> kept = lines.persist(StorageLevel.MEMORY_AND_DISK());
    try (Baskets baskets = Baskets.of(kept)) {
      return new JudgeCrossSell(options).judge(kept, baskets);
    } finally {
      kept.unpersist(false);
    }
  }

  private EvaluationResult judge(Dataset<Row> lines, Baskets baskets) {
    keys.put("baskets", baskets.size());
    keys.put("items", baskets.dictionary().size());
    if (baskets.tally().basketsBySize().tailMap(2).isEmpty()) {
      return refused(
          "Cannot mine "
              + baskets.size()
              + " baskets: none holds two different items; check --basket, --item and"
              + " --separator.");
    }
    try {
      return report(lines, baskets);
    } catch (TooManyItemSets tooMany) {
      return refused(tooMany.getMessage());
    }
  }

  private EvaluationResult refused(String reason) {
    keys.put("refused", reason);
    return new EvaluationResult(keys, warnings, List.of());
  }

  private EvaluationResult report(Dataset<Row> lines, Baskets baskets) {
    Optional<TimeSpan> time = TimeSpan.of(lines);
    RuleReport rules = new RuleReport(baskets, time, options, warnings);
    keys.putAll(rules.keys());
    keys.put("sound_rules", rules.sound(time));
    keys.put("offers", offers(lines, baskets, time));
    return new EvaluationResult(keys, warnings, List.of(rules.sheet()));
  }

  private Object offers(Dataset<Row> lines, Baskets baskets, Optional<TimeSpan> time) {
    boolean hasCustomers = !lines.where("customer is not null").isEmpty();
    if (time.isEmpty() || !hasCustomers) {
      warnings.add("offers: null, they need --customer and --date");
      return null;
    }
    LocalDate split = options.split().orElseGet(() -> time.get().lastTenth());
    return new OfferReport(lines, baskets, time.get(), split, options, warnings).keys();
  }
}
