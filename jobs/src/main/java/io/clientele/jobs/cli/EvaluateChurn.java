package io.clientele.jobs.cli;

import io.clientele.jobs.evaluate.ChurnLogInput;
import io.clientele.jobs.evaluate.InputTable;
import io.clientele.jobs.evaluate.LabelledInput;
import io.clientele.models.churn.judge.JudgeLog;
import io.clientele.models.evaluation.EvaluationResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele evaluate churn}: the churn models on rows whose outcome is known, or a log. */
@Command(
    name = "churn",
    description =
        "Logistic regression and boosted trees on a table with a known outcome, or a log.",
    mixinStandardHelpOptions = true)
final class EvaluateChurn implements Callable<Integer> {
  @Mixin private EvaluateOptions common;

  @ArgGroup(multiplicity = "1")
  private Kind kind;

  /** Either a table or a log. */
  static final class Kind {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Table table;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Log log;
  }

  /** One row per customer, the outcome in it. */
  static final class Table {
    @Option(
        names = "--label",
        paramLabel = "COL[=VALUE]",
        required = true,
        description = "The outcome, and the value that means leaving.")
    private String label;

    @Option(names = "--id", paramLabel = "COL", description = "What names a row.")
    private String id;

    @Option(
        names = "--drop",
        paramLabel = "COL",
        split = ",",
        description = "Columns that no model may see.")
    private List<String> dropped = List.of();

    @Option(names = "--folds", paramLabel = "N", description = "Parts that judge in turn; 10.")
    private int folds = 10;

    @Option(names = "--test", paramLabel = "FILE", description = "Another file judges.")
    private Path test;

    @Option(
        names = "--test-fraction",
        paramLabel = "SHARE",
        description = "A share of the rows judges, for example .2.")
    private Double testFraction;

    @Option(
        names = "--time",
        paramLabel = "COL",
        description = "With --test-fraction: the newest rows judge.")
    private String time;

    @Option(
        names = "--keep-suspects",
        description = "Keep columns that seem to give the outcome away.")
    private boolean isKeepingSuspects;
  }

  /** One row per purchase. */
  static final class Log {
    @Option(names = "--customer", paramLabel = "COL", required = true, description = "Who bought.")
    private String customer;

    @Option(names = "--date", paramLabel = "COL", required = true, description = "When.")
    private String date;

    @Option(
        names = "--amount",
        paramLabel = "COL",
        required = true,
        description = "For how much; nothing or less is a return.")
    private String amount;

    @Option(names = "--invoice", paramLabel = "COL", description = "What was bought together.")
    private String invoice;

    @Option(names = "--date-format", paramLabel = "P", description = "How dates are written.")
    private String dateFormat;

    @Option(
        names = "--horizon-days",
        paramLabel = "N",
        description = "Days without a purchase that count as leaving; 90.")
    private int horizonDays = 90;

    @Option(
        names = "--cutoffs",
        paramLabel = "DATE",
        split = ",",
        required = true,
        description = "Days at whose beginning customers are foretold.")
    private List<LocalDate> cutOffs;
  }

  @Override
  public Integer call() {
    return common.run("churn", kind.table == null ? this::ofLog : this::ofTable);
  }

  private EvaluationResult ofTable(InputTable input) {
    Table table = kind.table;
    return new LabelledInput(
            table.label,
            Optional.ofNullable(table.id),
            table.dropped,
            table.folds,
            Optional.ofNullable(table.test),
            Optional.ofNullable(table.testFraction),
            Optional.ofNullable(table.time))
        .judge(input, table.isKeepingSuspects, common.seed());
  }

  private EvaluationResult ofLog(InputTable input) {
    Log log = kind.log;
    return new ChurnLogInput(
            log.customer,
            log.date,
            log.amount,
            Optional.ofNullable(log.invoice),
            Optional.ofNullable(log.dateFormat))
        .judge(input, new JudgeLog.Question(log.horizonDays, log.cutOffs, common.seed()));
  }
}
