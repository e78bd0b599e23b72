package io.clientele.jobs.cli;

import io.clientele.jobs.evaluate.LabelledInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele evaluate churn}: the churn models on rows whose outcome is known. */
@Command(
    name = "churn",
    description = "Logistic regression and boosted trees on a table with a known outcome.",
    mixinStandardHelpOptions = true)
final class EvaluateChurn implements Callable<Integer> {
  @Mixin private EvaluateOptions common;

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

  @Override
  public Integer call() {
    LabelledInput input =
        new LabelledInput(
            label,
            Optional.ofNullable(id),
            dropped,
            folds,
            Optional.ofNullable(test),
            Optional.ofNullable(testFraction),
            Optional.ofNullable(time));
    return common.run(
        "churn", table -> input.judge(table, isKeepingSuspects, common.seed()));
  }
}
