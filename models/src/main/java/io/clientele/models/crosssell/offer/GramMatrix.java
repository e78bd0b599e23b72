package io.clientele.models.crosssell.offer;

import io.clientele.models.crosssell.basket.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * In how many histories each pair of items is: all that the item-to-item models need, and it adds
 * up over partitions. The lower triangle, row by row; the diagonal counts buyers.
 */
final class GramMatrix {
  private static final int ROWS_PER_PART = 256;

  private final int[][] rows;

  GramMatrix(int[][] rows) {
    this.rows = rows;
  }

  int size() {
    return rows.length;
  }

  int buyers(int item) {
    return rows[item][item];
  }

  int count(int first, int second) {
    return first >= second ? rows[first][second] : rows[second][first];
  }

  /**
   * Counts the histories before their split.
   *
   * @param items how many items, from number 0; the others are left out
   */
  static GramMatrix of(Histories histories, int items) {
    JavaPairRDD<Integer, byte[]> partial =
        histories
            .customers()
            .mapPartitionsToPair(
                customers -> {
                  int[][] rows = triangle(items);
                  customers.forEachRemaining(each -> add(rows, History.of(each._2()).owned()));
                  return parts(rows).iterator();
                });
    int[][] rows = triangle(items);
    partial.reduceByKey(GramMatrix::sum).collect().forEach(part -> read(rows, part));
    return new GramMatrix(rows);
  }

  private static List<Tuple2<Integer, byte[]>> parts(int[][] rows) {
    List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
    for (int first = 0; first < rows.length; first += ROWS_PER_PART) {
      IntList out = new IntList();
      for (int row = first; row < Math.min(rows.length, first + ROWS_PER_PART); row++) {
        out.addAll(rows[row], rows[row].length);
      }
      parts.add(new Tuple2<>(first / ROWS_PER_PART, out.toBytes()));
    }
    return parts;
  }

  private static byte[] sum(byte[] first, byte[] second) {
    int[] sum = IntList.of(first);
    int[] more = IntList.of(second);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    return IntList.bytes(sum, sum.length);
  }

  private static void add(int[][] rows, int[] owned) {
    for (int i = 0; i < owned.length && owned[i] < rows.length; i++) {
      int[] row = rows[owned[i]];
      for (int j = 0; j <= i; j++) {
        row[owned[j]]++;
      }
    }
  }

  private static void read(int[][] rows, Tuple2<Integer, byte[]> part) {
    int[] numbers = IntList.of(part._2());
    int at = 0;
    for (int row = part._1() * ROWS_PER_PART; at < numbers.length; row++) {
      rows[row] = Arrays.copyOfRange(numbers, at, at + row + 1);
      at += row + 1;
    }
  }

  private static int[][] triangle(int items) {
    return IntStream.range(0, items).mapToObj(row -> new int[row + 1]).toArray(int[][]::new);
  }
}
