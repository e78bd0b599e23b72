package io.clientele.models.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model family found out on a file.
 *
 * @param keys the family's part of the JSON contract, in its order: maps, lists, texts and numbers;
 *     what cannot be computed is null or not a number, and has a line in the warnings
 * @param warnings what a reader has to know
 * @param sheets what was found for single rows
 */
public record EvaluationResult(
    Map<String, Object> keys, List<String> warnings, List<Sheet> sheets) {

  /**
   * A CSV file.
   *
   * @param fileName name with its ending
   */
  public record Sheet(String fileName, List<String> columns, Iterable<? extends List<?>> rows) {}

  public EvaluationResult {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    warnings = List.copyOf(warnings);
    sheets = List.copyOf(sheets);
  }

  public static EvaluationResult of(Map<String, Object> keys) {
    return new EvaluationResult(keys, List.of(), List.of());
  }

  /** The data do not carry a model; the reason says what is missing. */
  public static EvaluationResult refused(String reason) {
    return of(Map.of("refused", reason));
  }

  public EvaluationResult withWarnings(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new EvaluationResult(keys, all, sheets);
  }

  public EvaluationResult withSheet(Sheet sheet) {
    List<Sheet> all = new ArrayList<>(sheets);
    all.add(sheet);
    return new EvaluationResult(keys, warnings, all);
  }
}
