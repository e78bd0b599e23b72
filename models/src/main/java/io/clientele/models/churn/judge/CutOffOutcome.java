package io.clientele.models.churn.judge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What models, trained on outcomes closed before a cut-off, foretold of its customers.
 *
 * @param date the cut-off
 * @param judged its rows
 * @param training rows that taught
 * @param fitted our models
 * @param probabilities of leaving, by model or rival
 */
record CutOffOutcome(
    LocalDate date,
    int[] judged,
    int[] training,
    Fitted fitted,
    Map<String, double[]> probabilities) {
  static final String RFM_LOGIT = "rfm_logit";
  static final String PARETO = "pareto_nbd";
  static final String SILENCE = "days_since_last_purchase";
  static final String PREVALENCE = "baseline_prevalence";

  static CutOffOutcome of(LogRows rows, LogDates dates, LocalDate date, long seed) {
    Frame frame = rows.frame();
    int[] training = rows.at(dates.training(date));
    int[] judged = rows.at(List.of(date));
    Fitted fitted = Training.fit(frame, training, seed);
    Map<String, double[]> probabilities = new LinkedHashMap<>();
    fitted
        .models()
        .forEach((name, model) -> probabilities.put(name, model.probabilities(frame, judged)));
    probabilities.put(Fitted.CHAMPION, probabilities.get(fitted.champion()));
    probabilities.put(
        RFM_LOGIT, RuleLogit.fit(frame, training, LogRows.RFM).probabilities(frame, judged));
    double[] silent = frame.column(LogRows.NO_PURCHASE).values();
    probabilities.put(PARETO, Arrays.stream(judged).mapToDouble(row -> silent[row]).toArray());
    probabilities.put(
        SILENCE, RuleLogit.fit(frame, training, List.of(SILENCE)).probabilities(frame, judged));
    double[] constant = new double[judged.length];
    Arrays.fill(constant, (double) frame.positives(training) / training.length);
    probabilities.put(PREVALENCE, constant);
    return new CutOffOutcome(date, judged, training, fitted, probabilities);
  }

  Map<String, Object> keys(Frame frame) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("date", date.toString());
    keys.put("customers", judged.length);
    keys.put("positives", frame.positives(judged));
    keys.put("champion", fitted.champion());
    Map<String, Object> models = new LinkedHashMap<>();
    probabilities.forEach(
        (name, values) -> models.put(name, Measured.of(values, frame.labels(judged))));
    keys.put("models", models);
    return keys;
  }
}
