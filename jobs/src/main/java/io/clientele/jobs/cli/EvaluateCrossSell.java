package io.clientele.jobs.cli;

import io.clientele.jobs.evaluate.CrossSellInput;
import io.clientele.jobs.evaluate.InputTable;
import io.clientele.models.crosssell.judge.CrossSellOptions;
import io.clientele.models.crosssell.mining.MiningOptions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele evaluate crosssell}: item sets, rules, sound rules and offers of a file. */
@Command(
    name = "crosssell",
    description = "Association rules with tests, and offers judged on held-out time.",
    mixinStandardHelpOptions = true)
final class EvaluateCrossSell implements Callable<Integer> {
  /** How baskets are written. */
  enum Layout {
    BASKET,
    LONG
  }

  @Mixin private EvaluateOptions options;

  @Option(
      names = "--layout",
      required = true,
      description = "basket: one basket a line; long: one item a row.")
  private Layout layout;

  @Option(names = "--basket", paramLabel = "COL", description = "Long layout: the basket.")
  private String basket;

  @Option(names = "--item", paramLabel = "COL", description = "Long layout: the item.")
  private String item;

  @Option(names = "--customer", paramLabel = "COL", description = "Who bought; for offers.")
  private String customer;

  @Option(names = "--date", paramLabel = "COL", description = "When; for offers and survival.")
  private String date;

  @Option(
      names = "--quantity",
      paramLabel = "COL",
      description =
          "Pieces; negative rows are returns. A purchase given back whole does not count.")
  private String quantity;

  @Option(names = "--date-format", paramLabel = "P", description = "How dates are written.")
  private String dateFormat;

  @Option(
      names = "--min-support",
      paramLabel = "S",
      required = true,
      description = "Share of baskets below 1, else a number of baskets.")
  private double minSupport;

  @Option(
      names = "--min-confidence",
      paramLabel = "C",
      description = "Share of the antecedent's baskets; default 0.1.")
  private double minConfidence = 0.1;

  @Option(names = "--max-length", paramLabel = "N", description = "Items of a set at most.")
  private int maxLength = MiningOptions.ANY_LENGTH;

  @Option(names = "--sound", description = "List only rules that the tests keep.")
  private boolean soundOnly;

  @Option(
      names = "--calibrate-to",
      paramLabel = "DATE",
      description = "Last day that the models see; default: the last tenth of time is held out.")
  private LocalDate calibrateTo;

  @Override
  public Integer call() {
    CrossSellOptions settings =
        new CrossSellOptions(
            minSupport,
            minConfidence,
            maxLength,
            soundOnly,
            Optional.ofNullable(calibrateTo).map(last -> last.plusDays(1)));
    return layout == Layout.BASKET
        ? options.run(
            "crosssell",
            InputTable::lines,
            table -> CrossSellInput.judgeLines(table, options.separator(), settings))
        : options.run("crosssell", table -> columns().judge(table, settings));
  }

  private CrossSellInput columns() {
    return new CrossSellInput(
        Optional.ofNullable(basket),
        Optional.ofNullable(item),
        Optional.ofNullable(customer),
        Optional.ofNullable(date),
        Optional.ofNullable(quantity),
        Optional.ofNullable(dateFormat));
  }
}
