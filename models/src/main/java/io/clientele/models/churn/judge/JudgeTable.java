package io.clientele.models.churn.judge;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.evaluation.RocAuc;
import io.clientele.models.evaluation.Tallies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges the churn models on a table of labelled rows. */
public final class JudgeTable {
  private static final int LEAST_ROWS = 300;
  private static final int LEAST_OF_CLASS = 30;

  /** A champion above this is too good for customers' behaviour. */
  private static final double TOO_GOOD = 0.97;

  private final Question question;
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Object> keys = new LinkedHashMap<>();

  /**
   * What is asked.
   *
   * @param label the outcome in words, for example Churn=Yes
   * @param ids what names a row in the predictions
   * @param isKeepingSuspects whether columns that may give the label away stay
   */
  public record Question(String label, List<String> ids, boolean isKeepingSuspects, long seed) {}

  private JudgeTable(Question question) {
    this.question = question;
  }

  public static EvaluationResult of(Frame frame, Protocol protocol, Question question) {
    return new JudgeTable(question).judge(frame, protocol);
  }

  private EvaluationResult judge(Frame table, Protocol protocol) {
    keys.put("positives", table.positives(table.all()));
    keys.put("label", question.label());
    keys.put("protocol", protocol.name());
    Optional<String> refusal = refusal(table, protocol);
    if (refusal.isPresent()) {
      keys.put("refused", refusal.get());
      return new EvaluationResult(keys, warnings, List.of());
    }
    int[] known = protocol.splits().size() > 1 ? table.all() : protocol.splits().get(0).training();
    List<LeakSuspects.Suspect> suspects = LeakSuspects.of(table, known, question.seed());
    Frame frame =
        question.isKeepingSuspects()
            ? table
            : table.without(suspects.stream().map(LeakSuspects.Suspect::column).toList());
    if (frame.columns().isEmpty()) {
      keys.put("leak_suspects", suspects.stream().map(LeakSuspects.Suspect::keys).toList());
      keys.put("refused", "Cannot judge churn models: every column gives the label away.");
      return new EvaluationResult(keys, warnings, List.of());
    }
    List<FoldOutcome> outcomes =
        IntStream.range(0, protocol.splits().size())
            .parallel()
            .mapToObj(i -> FoldOutcome.of(frame, protocol.splits().get(i), question.seed()))
            .toList();
    keys.put("champion", FoldOutcome.champion(outcomes));
    keys.put("leak_suspects", suspects.stream().map(LeakSuspects.Suspect::keys).toList());
    Map<String, Object> models = FoldOutcome.measured(frame, outcomes);
    keys.put("models", models);
    keys.put("profiles", profiles(frame, protocol));
    warn(frame, suspects, models, outcomes);
    return new EvaluationResult(keys, warnings, List.of())
        .withSheet(new PredictionSheet(frame, outcomes, question.ids()).sheet());
  }

  /** Found on the rows that train and confirmed on those that judge; with folds, on two halves. */
  private List<Map<String, Object>> profiles(Frame frame, Protocol protocol) {
    if (protocol.splits().size() == 1) {
      Protocol.Split split = protocol.splits().get(0);
      return Profiles.of(frame, split.training(), split.judged());
    }
    int[] rows = frame.all();
    int[] halves = frame.folds(rows, 2, question.seed());
    return Profiles.of(frame, Frame.pick(rows, halves, 0, true), Frame.pick(rows, halves, 1, true));
  }

  private static Optional<String> refusal(Frame table, Protocol protocol) {
    int[] rows = protocol.splits().get(0).training();
    long positives = table.positives(rows);
    long negatives = rows.length - positives;
    String what = null;
    if (rows.length < LEAST_ROWS) {
      what = rows.length + " rows to learn from, at least " + LEAST_ROWS + " needed";
    } else if (Math.min(positives, negatives) < LEAST_OF_CLASS) {
      what =
          positives
              + " leavers among "
              + rows.length
              + " rows to learn from, at least "
              + LEAST_OF_CLASS
              + " and as many stayers needed";
    } else if (table.columns().isEmpty()) {
      what = "no column differs between rows in a way that could be learnt";
    } else if (protocol.splits().stream().anyMatch(split -> isOneClass(table, split.judged()))) {
      what = "rows that judge are all leavers or all stayers";
    }
    return Optional.ofNullable(what)
        .map(reason -> "Cannot judge churn models: " + reason + "; take more rows.");
  }

  private static boolean isOneClass(Frame table, int[] rows) {
    long positives = table.positives(rows);
    return positives < 2 || rows.length - positives < 2;
  }

  private void warn(
      Frame frame,
      List<LeakSuspects.Suspect> suspects,
      Map<String, Object> models,
      List<FoldOutcome> outcomes) {
    for (LeakSuspects.Suspect suspect : suspects) {
      warnings.add(
          "leak suspect "
              + suspect.column()
              + (question.isKeepingSuspects() ? " stayed: " : " is left out: ")
              + suspect.reason()
              + "; is it known before the outcome?");
    }
    if (!outcomes.get(0).fitted().models().containsKey(Fitted.TREES)) {
      warnings.add("gradient_boosting is missing: its native library does not load here");
    }
    Map<?, ?> champion = (Map<?, ?>) models.get(Fitted.CHAMPION);
    if ((double) champion.get("roc_auc") > TOO_GOOD) {
      warnings.add(
          "the champion is better than customers' behaviour allows as a rule; look for columns that"
              + " were filled after the outcome");
    }
    dominant(frame).ifPresent(warnings::add);
  }

  /** A column that alone ranks as well as all others together may have been filled later. */
  private Optional<String> dominant(Frame frame) {
    int[] rows = frame.all();
    int[] halves = frame.folds(rows, 2, question.seed());
    double[] alone =
        IntStream.range(0, frame.columns().size())
            .mapToDouble(column -> LeakSuspects.auc(frame, column, rows, halves))
            .toArray();
    int best =
        IntStream.range(0, alone.length).reduce((a, b) -> alone[b] > alone[a] ? b : a).orElse(0);
    if (alone[best] < 0.75 || alone.length < 3) {
      return Optional.empty();
    }
    String name = frame.columns().get(best).name();
    Frame rest = frame.without(List.of(name));
    int[] judged = Frame.pick(rows, halves, 0, true);
    LinearModel model =
        LinearModel.fit(LinearModel.Design.of(rest, Frame.pick(rows, halves, 0, false)), 0.001);
    double others = RocAuc.of(Tallies.of(model.logOdds(rest, judged), rest.labels(judged)));
    return alone[best] < others
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s alone ranks better (ROC-AUC %.3f) than all other columns together (%.3f, by a"
                    + " regression); make sure that it is known before the outcome",
                name,
                alone[best],
                others));
  }
}
