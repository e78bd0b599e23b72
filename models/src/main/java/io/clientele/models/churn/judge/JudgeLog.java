package io.clientele.models.churn.judge;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.clientele.models.churn.ChurnOptions;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.evaluation.PairedBootstrap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges the churn models on a log of purchases: leaving is no purchase within the horizon. Every
 * test cut-off is foretold by models that were trained on outcomes closed before it.
 */
public final class JudgeLog {
  /** A share foretold this far from what came is worth a word. */
  private static final double SEASON = 0.02;

  private final Question question;
  private final ChurnOptions options;
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Object> keys = new LinkedHashMap<>();

  /**
   * What is asked.
   *
   * @param horizonDays days without a purchase that count as leaving
   * @param cutOffs days at whose beginning customers are foretold
   */
  public record Question(int horizonDays, List<LocalDate> cutOffs, long seed) {
    public Question {
      cutOffs = cutOffs.stream().distinct().sorted().toList();
      if (cutOffs.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot judge churn models on a log without a date: name at least one cut-off.");
      }
    }
  }

  private JudgeLog(Question question) {
    this.question = question;
    this.options = ChurnOptions.ofHorizon(question.horizonDays());
  }

  /**
   * Judges them.
   *
   * @param days purchase days as the night keeps them: customer_id, day, order_count, line_count,
   *     quantity, spend_bought, spend_returned, known_at
   */
  public static EvaluationResult of(Dataset<Row> days, Question question) {
    return new JudgeLog(question).judge(days);
  }

  private EvaluationResult judge(Dataset<Row> days) {
    Row span =
        days.agg(min("day").cast("string"), max("day").cast("string"), countDistinct("customer_id"))
            .first();
    LocalDate first = LocalDate.parse(span.getString(0));
    LocalDate last = LocalDate.parse(span.getString(1));
    List<LocalDate> closed = closed(last);
    LogDates dates =
        new LogDates(
            first,
            question.horizonDays(),
            closed,
            options.trainingCutOffs(),
            options.spacingDays());
    keys.put("label", "no purchase in " + question.horizonDays() + " days");
    keys.put("protocol", "out of time, trained on outcomes closed before each cut-off");
    if (closed.isEmpty()) {
      return refused("the outcome of no cut-off closes within the log, which ends " + last);
    }
    LogRows rows = LogRows.of(days, dates, span.getLong(2), question.seed());
    Optional<String> refusal = refusal(rows, dates);
    return refusal.isPresent()
        ? refused(refusal.get())
        : report(
            rows,
            closed.stream()
                .parallel()
                .map(date -> CutOffOutcome.of(rows, dates, date, question.seed()))
                .toList(),
            first);
  }

  /** The cut-offs whose outcome the log holds whole. */
  private List<LocalDate> closed(LocalDate last) {
    List<LocalDate> closed =
        question.cutOffs().stream()
            .filter(date -> !date.plusDays(question.horizonDays()).isAfter(last.plusDays(1)))
            .toList();
    question.cutOffs().stream()
        .filter(date -> !closed.contains(date))
        .forEach(
            date ->
                warnings.add(
                    "cut-off "
                        + date
                        + " is left out: the log ends "
                        + last
                        + ", before its outcome"));
    return closed;
  }

  private EvaluationResult refused(String reason) {
    keys.put("refused", "Cannot judge churn models: " + reason + "; take a longer log.");
    return new EvaluationResult(keys, warnings, List.of());
  }

  private Optional<String> refusal(LogRows rows, LogDates dates) {
    for (LocalDate date : dates.tests()) {
      int[] training = rows.at(dates.training(date));
      int[] judged = rows.at(List.of(date));
      long leavers = rows.frame().positives(training);
      long left = rows.frame().positives(judged);
      if (training.length < options.minCustomers()
          || Math.min(leavers, training.length - leavers) < options.minPerClass()
          || Math.min(left, judged.length - left) < options.minPerClass()) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "for %s %d earlier rows with %d leavers could teach, and %d with %d judge; %d rows,"
                    + " %d leavers and as many stayers are needed",
                date,
                training.length,
                leavers,
                judged.length,
                left,
                options.minCustomers(),
                options.minPerClass()));
      }
    }
    return Optional.empty();
  }

  private EvaluationResult report(LogRows rows, List<CutOffOutcome> outcomes, LocalDate first) {
    Frame frame = rows.frame();
    int[] judged = outcomes.stream().flatMapToInt(o -> Arrays.stream(o.judged())).toArray();
    double[] labels = frame.labels(judged);
    keys.put("positives", frame.positives(judged));
    keys.put("champion", outcomes.get(outcomes.size() - 1).fitted().champion());
    keys.put("cutoffs", outcomes.stream().map(outcome -> outcome.keys(frame)).toList());
    Map<String, double[]> pooled = new LinkedHashMap<>();
    outcomes
        .get(0)
        .probabilities()
        .keySet()
        .forEach(name -> pooled.put(name, pooled(outcomes, name)));
    Map<String, Object> models = new LinkedHashMap<>();
    pooled.forEach((name, values) -> models.put(name, Measured.of(values, labels)));
    keys.put("pooled", Map.of("models", models));
    keys.put("models", models);
    keys.put("paired_bootstrap", compared(pooled, labels, frame, judged));
    CutOffOutcome newest = outcomes.get(outcomes.size() - 1);
    keys.put("profiles", Profiles.of(frame, newest.training(), newest.judged()));
    outcomes.forEach(outcome -> season(outcome, frame, first).ifPresent(warnings::add));
    return new EvaluationResult(keys, warnings, List.of())
        .withSheet(new LogSheet(rows, outcomes).sheet());
  }

  private static double[] pooled(List<CutOffOutcome> outcomes, String name) {
    return outcomes.stream()
        .flatMapToDouble(outcome -> Arrays.stream(outcome.probabilities().get(name)))
        .toArray();
  }

  private Map<String, Object> compared(
      Map<String, double[]> pooled, double[] labels, Frame frame, int[] judged) {
    int[] groups = Arrays.stream(judged).map(row -> frame.groups()[row]).toArray();
    Map<String, Object> rivals = new LinkedHashMap<>();
    for (String rival :
        List.of(CutOffOutcome.RFM_LOGIT, CutOffOutcome.PARETO, CutOffOutcome.SILENCE)) {
      PairedBootstrap drawn =
          PairedBootstrap.of(
              pooled.get(Fitted.CHAMPION), pooled.get(rival), labels, groups, question.seed());
      Map<String, Object> measures = new LinkedHashMap<>();
      measures.put("difference", drawn.difference());
      measures.put("low", drawn.low());
      measures.put("high", drawn.high());
      measures.put("p_value", drawn.pValue());
      rivals.put(rival, measures);
    }
    return rivals;
  }

  private Optional<String> season(CutOffOutcome outcome, Frame frame, LocalDate first) {
    double left = (double) frame.positives(outcome.judged()) / outcome.judged().length;
    double foretold =
        Arrays.stream(outcome.probabilities().get(Fitted.CHAMPION)).average().orElseThrow();
    boolean isNew = outcome.date().minusYears(1).isBefore(first);
    return Math.abs(left - foretold) < SEASON
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "season: of the customers at %s %.1f %% left in the days to %s, %.1f %% were"
                    + " foretold%s",
                outcome.date(),
                100 * left,
                outcome.date().plusDays(question.horizonDays() - 1L),
                100 * foretold,
                isNew ? "; the log holds no such days of a year before" : ""));
  }
}
