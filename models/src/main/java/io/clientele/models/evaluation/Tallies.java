package io.clientele.models.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tallies of several scorers in one aggregate: at most some ten thousand rows reach the driver. */
public final class Tallies {
  private Tallies() {}

  /**
   * Tallies by scorer, highest score first. Scores are grouped to the fourth decimal; the score of
   * a group is its mean.
   *
   * @param rows the rows, with a {@code label} of 0 or 1
   * @param scorers name to score
   */
  public static Map<String, List<Tally>> of(Dataset<Row> rows, Map<String, Column> scorers) {
    Column[] pairs =
        scorers.entrySet().stream()
            .map(
                scorer ->
                    struct(
                        lit(scorer.getKey()).as("scorer"),
                        scorer.getValue().cast("double").as("score")))
            .toArray(Column[]::new);
    Map<String, List<Tally>> tallies = new HashMap<>();
    rows.select(col("label"), explode(array(pairs)).as("s"))
        .where("s.score is not null")
        .groupBy(expr("s.scorer"), expr("round(s.score, 4)").as("bin"))
        .agg(
            expr("avg(s.score)").as("score"),
            expr("count(1)").as("n"),
            expr("cast(sum(label) as bigint)").as("positives"))
        .collectAsList()
        .forEach(
            row ->
                tallies
                    .computeIfAbsent(row.getAs("scorer"), name -> new ArrayList<>())
                    .add(new Tally(row.getAs("score"), row.getAs("n"), row.getAs("positives"))));
    tallies
        .values()
        .forEach(list -> list.sort(Comparator.comparingDouble(Tally::score).reversed()));
    return tallies;
  }

  /**
   * Tallies of scores in memory, equal scores together, highest first.
   *
   * @param labels 0 or 1
   */
  public static List<Tally> of(double[] scores, double[] labels) {
    Map<Double, long[]> counts = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < scores.length; i++) {
      long[] count = counts.computeIfAbsent(scores[i], score -> new long[2]);
      count[0]++;
      count[1] += labels[i] > 0 ? 1 : 0;
    }
    List<Tally> tallies = new ArrayList<>();
    counts.forEach((score, count) -> tallies.add(new Tally(score, count[0], count[1])));
    return tallies;
  }

  static List<Tally> sorted(List<Tally> tallies) {
    return tallies.stream().sorted(Comparator.comparingDouble(Tally::score).reversed()).toList();
  }

  static long count(List<Tally> tallies) {
    return tallies.stream().mapToLong(Tally::count).sum();
  }

  static long positives(List<Tally> tallies) {
    return tallies.stream().mapToLong(Tally::positives).sum();
  }
}
