package io.clientele.jobs.cli;

import static org.apache.spark.sql.functions.lit;

import io.clientele.jobs.evaluate.BasketLines;
import io.clientele.jobs.evaluate.InputTable;
import io.clientele.jobs.evaluate.Wanted;
import io.clientele.models.crosssell.basket.NetLines;
import io.clientele.models.crosssell.judge.CrossSellOptions;
import io.clientele.models.crosssell.judge.JudgeCrossSell;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.warehouse.spec.FieldType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
            table -> judge(BasketLines.of(table, options.separator()), settings))
        : options.run("crosssell", table -> judge(longRows(table), settings));
  }

  private static EvaluationResult judge(Dataset<Row> rows, CrossSellOptions settings) {
    List<String> there = List.of(rows.columns());
    Dataset<Row> lines = rows;
    for (String missing : List.of("customer", "day")) {
      if (!there.contains(missing)) {
        lines =
            lines.withColumn(missing, lit(null).cast(missing.equals("day") ? "date" : "string"));
      }
    }
    return JudgeCrossSell.of(lines.select("basket", "item", "customer", "day"), settings);
  }

  private Dataset<Row> longRows(InputTable table) {
    if (basket == null || item == null) {
      throw new IllegalArgumentException(
          "Cannot read baskets of "
              + String.join(", ", table.columns())
              + ": the long layout needs --basket and --item; name their columns.");
    }
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(Wanted.required("basket", FieldType.STRING, "--basket", basket));
    wanted.add(Wanted.required("item", FieldType.STRING, "--item", item));
    if (customer != null) {
      wanted.add(Wanted.optional("customer", FieldType.STRING, "--customer", customer));
    }
    if (date != null) {
      wanted.add(Wanted.required("day", FieldType.DATE, "--date", date));
    }
    if (quantity != null) {
      wanted.add(Wanted.required("quantity", FieldType.DOUBLE, "--quantity", quantity));
    }
    Dataset<Row> rows = table.withDateFormat(Optional.ofNullable(dateFormat)).rows(wanted);
    return quantity == null ? rows : stood(rows);
  }

  private Dataset<Row> stood(Dataset<Row> rows) {
    if (customer == null || date == null) {
      throw new IllegalArgumentException(
          "Cannot match returns with purchases: --quantity also needs --customer and --date; name"
              + " their columns.");
    }
    return NetLines.of(rows.withColumnRenamed("day", "at")).withColumnRenamed("at", "day");
  }
}
