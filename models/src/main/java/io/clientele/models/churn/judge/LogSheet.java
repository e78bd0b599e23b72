package io.clientele.models.churn.judge;

import io.clientele.models.evaluation.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the champion foretold of every customer at every cut-off, and why; made when asked for. */
record LogSheet(LogRows rows, List<CutOffOutcome> outcomes) {
  EvaluationResult.Sheet sheet() {
    List<String> columns = new ArrayList<>(List.of("id", "cutoff", "label", "probability"));
    for (int i = 1; i <= RowReasons.COUNT; i++) {
      columns.add("reason_" + i);
    }
    Iterable<List<?>> lines = () -> outcomes.stream().<List<?>>flatMap(this::lines).iterator();
    return new EvaluationResult.Sheet("predictions.csv", columns, lines);
  }

  private Stream<List<?>> lines(CutOffOutcome outcome) {
    int[] judged = outcome.judged();
    double[] probabilities = outcome.probabilities().get(Fitted.CHAMPION);
    double[][] contributions = outcome.fitted().best().contributions(rows.frame(), judged);
    RowReasons reasons = new RowReasons(rows.frame(), outcome.training());
    List<List<?>> lines = new ArrayList<>();
    for (int i = 0; i < judged.length; i++) {
      List<Object> line = new ArrayList<>();
      line.add(rows.customers().get(judged[i]));
      line.add(outcome.date().toString());
      line.add((int) rows.frame().labels()[judged[i]]);
      line.add(probabilities[i]);
      line.addAll(reasons.of(judged[i], contributions[i]));
      lines.add(line);
    }
    return lines.stream();
  }
}
