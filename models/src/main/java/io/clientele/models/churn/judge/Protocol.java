package io.clientele.models.churn.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which rows train and which judge.
 *
 * @param name in words
 * @param splits rows that train and rows that judge; several for folds
 */
public record Protocol(String name, List<Split> splits) {
  private static final int PARTS = 20;

  /** Rows that train and rows that judge. */
  record Split(int[] training, int[] judged) {}

  public Protocol {
    splits = List.copyOf(splits);
  }

  /** Every row judges once, by models fitted on the other folds. */
  public static Protocol folds(Frame frame, int folds, long seed) {
    int[] all = frame.all();
    int[] dealt = frame.folds(all, folds, seed);
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      splits.add(
          new Split(Frame.pick(all, dealt, fold, false), Frame.pick(all, dealt, fold, true)));
    }
    return new Protocol(folds + "-fold stratified", splits);
  }

  /** The first rows train, the others, of another file, judge. */
  public static Protocol testFile(Frame frame, int training) {
    return new Protocol(
        "test file",
        List.of(
            new Split(
                IntStream.range(0, training).toArray(),
                IntStream.range(training, frame.size()).toArray())));
  }

  /**
   * A share of the rows judges: drawn evenly from leavers and stayers, or the newest.
   *
   * @param time days of the rows; empty = drawn
   */
  public static Protocol fraction(
      Frame frame, double share, Optional<InputColumn> time, long seed) {
    int[] all = frame.all();
    if (time.isEmpty()) {
      int[] dealt = frame.folds(all, PARTS, seed);
      long cut = Math.max(1, Math.round(share * PARTS));
      int[] judged = Arrays.stream(all).filter(row -> dealt[row] < cut).toArray();
      int[] training = Arrays.stream(all).filter(row -> dealt[row] >= cut).toArray();
      return new Protocol(
          "test fraction " + share + ", stratified", List.of(new Split(training, judged)));
    }
    double[] days = time.get().values();
    int[] order =
        Arrays.stream(all)
            .filter(row -> !Double.isNaN(days[row]))
            .boxed()
            .sorted(Comparator.comparingDouble(row -> days[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double from = days[order[(int) Math.min(order.length - 1, order.length * (1 - share))]];
    return new Protocol(
        "test fraction " + share + ", newest by " + time.get().name(),
        List.of(
            new Split(
                Arrays.stream(order).filter(row -> days[row] < from).toArray(),
                Arrays.stream(order).filter(row -> days[row] >= from).toArray())));
  }
}
