package io.clientele.jobs.evaluate;

import io.clientele.models.churn.judge.Frame;
import io.clientele.models.churn.judge.InputColumn;
import io.clientele.models.churn.judge.JudgeTable;
import io.clientele.models.churn.judge.Protocol;
import io.clientele.models.evaluation.EvaluationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which column of a table is the outcome, which name a row, and which rows judge; each as typed.
 *
 * @param label column, or column=value
 * @param id names a row; empty = its number
 * @param dropped columns that no model sees
 * @param folds parts that judge in turn
 * @param test another file that judges; empty = folds or a fraction
 * @param testFraction share of the rows that judges; empty = folds
 * @param time with a fraction: the newest rows judge; empty = drawn
 */
public record LabelledInput(
    String label,
    Optional<String> id,
    List<String> dropped,
    int folds,
    Optional<Path> test,
    Optional<Double> testFraction,
    Optional<String> time) {

  public LabelledInput {
    dropped = List.copyOf(dropped);
    if (folds < 2 || folds > 100) {
      throw new IllegalArgumentException(
          "Cannot judge in " + folds + " folds: it takes 2 to 100; 10 is usual.");
    }
    testFraction.ifPresent(
        share -> {
          if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                "Cannot hold out a fraction of "
                    + share
                    + ": it lies between 0 and 1; .2 is usual.");
          }
        });
  }

  /** Judges the churn models on it. */
  public EvaluationResult judge(InputTable table, boolean isKeepingSuspects, long seed) {
    CellTable first = CellTable.of(table, seed);
    LabelChoice choice = LabelChoice.of(first, label);
    List<String> warnings = new ArrayList<>();
    CellTable training = labelled(first, choice, warnings);
    CellTable all =
        test.map(path -> labelled(CellTable.of(table.other(path), seed), choice, warnings))
            .map(training::and)
            .orElse(training);
    Frame frame = frame(all, choice, table.isDecimalComma(), warnings);
    Protocol protocol = protocol(frame, all, training.cells().size(), table.isDecimalComma(), seed);
    return JudgeTable.of(
            frame,
            protocol,
            new JudgeTable.Question(choice.inWords(), ids(all), isKeepingSuspects, seed))
        .withWarnings(warnings);
  }

  private static CellTable labelled(CellTable table, LabelChoice choice, List<String> warnings) {
    int place = table.place("--label", choice.column());
    if (table.cells().size() < table.rows()) {
      warnings.add(
          table.cells().size() + " of " + table.rows() + " rows are judged, drawn by the seed");
    }
    List<Integer> kept =
        IntStream.range(0, table.cells().size())
            .filter(i -> table.cells().get(i)[place] != null)
            .boxed()
            .toList();
    int blank = table.cells().size() - kept.size();
    if (blank > 0) {
      warnings.add(blank + " rows have no outcome and are left out");
    }
    return table.only(kept);
  }

  private Frame frame(
      CellTable table, LabelChoice choice, boolean isDecimalComma, List<String> warnings) {
    Set<Integer> apart = new HashSet<>(Set.of(choice.place()));
    id.ifPresent(name -> apart.add(table.place("--id", name)));
    time.ifPresent(name -> apart.add(table.place("--time", name)));
    dropped.forEach(name -> apart.add(table.place("--drop", name)));
    CellTypes types = new CellTypes(isDecimalComma);
    List<InputColumn> columns = new ArrayList<>();
    for (int place = 0; place < table.names().size(); place++) {
      if (!apart.contains(place)) {
        InputColumn column = types.typed(table.names().get(place), table.column(place));
        Optional<String> useless = CellTypes.useless(column);
        useless.ifPresent(
            reason -> warnings.add("column " + column.name() + " is left out: " + reason));
        if (useless.isEmpty()) {
          columns.add(column);
        }
      }
    }
    double[] labels =
        Arrays.stream(table.column(choice.place()))
            .mapToDouble(cell -> cell.equalsIgnoreCase(choice.value()) ? 1 : 0)
            .toArray();
    return Frame.ofCustomers(columns, labels);
  }

  private Protocol protocol(
      Frame frame, CellTable table, int training, boolean isDecimalComma, long seed) {
    if (test.isPresent()) {
      return Protocol.testFile(frame, training);
    }
    if (testFraction.isEmpty()) {
      return Protocol.folds(frame, folds, seed);
    }
    Optional<InputColumn> days =
        time.map(
            name ->
                new CellTypes(isDecimalComma)
                    .typed(name, table.column(table.place("--time", name))));
    days.filter(column -> column.kind() == InputColumn.Kind.CATEGORY)
        .ifPresent(
            column -> {
              throw new IllegalArgumentException(
                  "Cannot use --time '" + column.name() + "': it holds no dates; name another.");
            });
    return Protocol.fraction(frame, testFraction.get(), days, seed);
  }

  private List<String> ids(CellTable table) {
    if (id.isEmpty()) {
      return IntStream.rangeClosed(1, table.cells().size()).mapToObj(String::valueOf).toList();
    }
    return Arrays.stream(table.column(table.place("--id", id.get())))
        .map(cell -> cell == null ? "" : cell)
        .toList();
  }
}
