package io.clientele.models.churn.judge;

import io.clientele.models.evaluation.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the champion of each split foretold of every judged row, and why; made when asked for. */
final class PredictionSheet {
  private final Frame frame;
  private final List<FoldOutcome> outcomes;
  private final List<String> ids;

  PredictionSheet(Frame frame, List<FoldOutcome> outcomes, List<String> ids) {
    this.frame = frame;
    this.outcomes = outcomes;
    this.ids = ids;
  }

  EvaluationResult.Sheet sheet() {
    List<String> columns = new ArrayList<>(List.of("id", "label", "probability", "fold"));
    for (int i = 1; i <= RowReasons.COUNT; i++) {
      columns.add("reason_" + i);
    }
    Iterable<List<?>> rows =
        () ->
            Stream.iterate(0, i -> i < outcomes.size(), i -> i + 1)
                .<List<?>>flatMap(this::rows)
                .iterator();
    return new EvaluationResult.Sheet("predictions.csv", columns, rows);
  }

  private Stream<List<?>> rows(int fold) {
    FoldOutcome outcome = outcomes.get(fold);
    int[] judged = outcome.split().judged();
    double[] probabilities = outcome.probabilities().get(Fitted.CHAMPION);
    double[][] contributions = outcome.fitted().best().contributions(frame, judged);
    RowReasons reasons = new RowReasons(frame, outcome.split().training());
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < judged.length; i++) {
      List<Object> row = new ArrayList<>();
      row.add(ids.get(judged[i]));
      row.add((int) frame.labels()[judged[i]]);
      row.add(probabilities[i]);
      row.add(fold + 1);
      row.addAll(reasons.of(judged[i], contributions[i]));
      rows.add(row);
    }
    return rows.stream();
  }
}
