package io.clientele.jobs.cli;

import io.clientele.jobs.evaluate.InputTable;
import io.clientele.jobs.evaluate.SegmentInput;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.segment.judge.SegmentQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele evaluate segments}: k-means segments of a table or of a transaction log. */
@Command(
    name = "segments",
    description = "Segments by k-means: how many are stable, what they are, plain rules for them.",
    mixinStandardHelpOptions = true)
final class EvaluateSegments implements Callable<Integer> {
  @Mixin private EvaluateOptions common;

  @ArgGroup(multiplicity = "1")
  private Kind kind;

  @Option(
      names = "--k",
      paramLabel = "N",
      description = "So many segments; default: the largest number that is stable.")
  private Integer k;

  @Option(names = "--log", description = "log(1 + x) of every feature; a log always does.")
  private boolean isLog;

  @Option(
      names = "--standardise",
      description = "Every feature to mean 0, deviation 1; a log always does.")
  private boolean isStandardised;

  /** Either a table or a log. */
  static final class Kind {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Table table;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Log log;
  }

  /** One row for each of what is segmented. */
  static final class Table {
    @Option(
        names = "--features",
        paramLabel = "COL",
        split = ",",
        required = true,
        description = "Numbers to segment by, between commas.")
    private List<String> features;

    @Option(names = "--id", paramLabel = "COL", description = "Names a row in what --out writes.")
    private String id;
  }

  /** One row per purchase, or several under one invoice. */
  static final class Log {
    @Option(names = "--customer", paramLabel = "COL", required = true, description = "Who bought.")
    private String customer;

    @Option(names = "--date", paramLabel = "COL", required = true, description = "When.")
    private String date;

    @Option(names = "--amount", paramLabel = "COL", required = true, description = "For how much.")
    private String amount;

    @Option(
        names = "--invoice",
        paramLabel = "COL",
        description = "Rows with the same one are one purchase; default: each row is one.")
    private String invoice;

    @Option(
        names = "--as-of",
        paramLabel = "D",
        description = "Nothing on or after that day is used; default: the day after the newest.")
    private LocalDate asOf;

    @Option(
        names = "--date-format",
        paramLabel = "P",
        description = "How dates are written, for example dd.MM.yyyy; default: found.")
    private String dateFormat;
  }

  @Override
  public Integer call() {
    return common.run("segments", kind.table != null ? this::ofTable : this::ofLog);
  }

  private EvaluationResult ofTable(InputTable table) {
    return SegmentInput.ofTable(
        table,
        Optional.ofNullable(kind.table.id),
        new SegmentQuestion(
            kind.table.features, isLog, isStandardised, Optional.ofNullable(k), common.seed()));
  }

  private EvaluationResult ofLog(InputTable table) {
    Log log = kind.log;
    return SegmentInput.ofLog(
        table,
        new SegmentInput.Log(
            log.customer,
            log.date,
            log.amount,
            Optional.ofNullable(log.invoice),
            Optional.ofNullable(log.dateFormat),
            Optional.ofNullable(log.asOf)),
        Optional.ofNullable(k),
        common.seed());
  }
}
