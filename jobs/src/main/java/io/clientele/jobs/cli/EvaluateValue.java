package io.clientele.jobs.cli;

import io.clientele.jobs.evaluate.InputTable;
import io.clientele.jobs.evaluate.ValueInput;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.value.TimeUnit;
import io.clientele.models.value.ValueEvaluation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele evaluate value}: BG/NBD, MBG/NBD, Pareto/NBD and Gamma-Gamma on a file. */
@Command(
    name = "value",
    description = "Customer value on a log of purchases, or on a ready summary (--summary).",
    mixinStandardHelpOptions = true)
final class EvaluateValue implements Callable<Integer> {
  @Mixin private EvaluateOptions common;

  @ArgGroup(multiplicity = "1")
  private Kind kind;

  @Option(names = "--unit", description = "day, week or month; default week.")
  private TimeUnit unit = TimeUnit.WEEK;

  /** Either a log or a summary. */
  static final class Kind {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Log log;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Summary summary;

    private boolean isSummary() {
      return summary != null && summary.isSummary;
    }
  }

  /** One row per purchase. */
  static final class Log {
    @Option(names = "--customer", paramLabel = "COL", required = true, description = "Who bought.")
    private String customer;

    @Option(names = "--date", paramLabel = "COL", required = true, description = "When.")
    private String date;

    @Option(names = "--amount", paramLabel = "COL", description = "For how much.")
    private String amount;

    @Option(
        names = "--calibrate-to",
        paramLabel = "DATE",
        required = true,
        description = "Last day that the models see.")
    private LocalDate calibrateTo;

    @Option(
        names = "--holdout-to",
        paramLabel = "DATE",
        description = "Last day that judges; default: the last of the file.")
    private LocalDate holdoutTo;

    @Option(
        names = "--date-format",
        paramLabel = "P",
        description = "How dates are written, for example dd.MM.yyyy; default: found.")
    private String dateFormat;

    @Option(
        names = "--minimum-purchases",
        paramLabel = "N",
        description = "Leave out customers with fewer purchase days in the calibration.")
    private int minimumPurchases = 1;
  }

  /** One row per customer. */
  static final class Summary {
    @Option(names = "--summary", required = true, description = "The file has a row a customer.")
    private boolean isSummary;

    @Option(
        names = "--frequency",
        paramLabel = "COL",
        required = true,
        description = "Repeat purchases.")
    private String frequency;

    @Option(
        names = "--recency",
        paramLabel = "COL",
        required = true,
        description = "Time from first to last purchase.")
    private String recency;

    @Option(
        names = "--observed",
        paramLabel = "COL",
        required = true,
        description = "Time from first purchase to the end.")
    private String observed;

    @Option(names = "--mean-spend", paramLabel = "COL", description = "Mean of repeat purchases.")
    private String meanSpend;
  }

  @Override
  public Integer call() {
    return common.run("value", kind.isSummary() ? this::ofSummary : this::ofLog);
  }

  private EvaluationResult ofLog(InputTable table) {
    Log log = kind.log;
    Optional<String> amount = Optional.ofNullable(log.amount);
    InputTable dated = table.withDateFormat(Optional.ofNullable(log.dateFormat));
    return ValueEvaluation.of(
        ValueInput.log(dated, log.customer, log.date, amount),
        new ValueEvaluation.Question(
            unit,
            log.calibrateTo,
            Optional.ofNullable(log.holdoutTo),
            log.minimumPurchases,
            amount.isPresent()));
  }

  private EvaluationResult ofSummary(InputTable table) {
    Summary summary = kind.summary;
    return ValueEvaluation.of(
        ValueInput.summary(
            table,
            summary.frequency,
            summary.recency,
            summary.observed,
            Optional.ofNullable(summary.meanSpend)),
        unit);
  }
}
