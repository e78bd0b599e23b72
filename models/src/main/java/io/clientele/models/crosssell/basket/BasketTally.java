package io.clientele.models.crosssell.basket;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;

/**
 * The margins of a set of baskets: in how many each item is, and how many baskets have each size.
 *
 * @param baskets number of baskets
 * @param itemCounts baskets per item number
 * @param basketsBySize number of distinct items to number of baskets
 */
public record BasketTally(long baskets, int[] itemCounts, TreeMap<Integer, Integer> basketsBySize) {

  /** Adds up one partial tally per partition: as many numbers as there are items and sizes. */
  static BasketTally of(JavaRDD<byte[]> blocks, DaySpan period, int items) {
    JavaRDD<byte[]> partial =
        blocks.mapPartitions(
            each -> {
              BasketTally tally = empty(items);
              each.forEachRemaining(block -> BasketBlock.forEach(block, period, tally::add));
              return List.of(tally.toBytes()).iterator();
            });
    return partial.collect().stream()
        .map(bytes -> ofBytes(bytes, items))
        .reduce(empty(items), BasketTally::plus);
  }

  /** Margins of baskets in memory. */
  public static BasketTally of(List<int[]> baskets, int items) {
    BasketTally tally = empty(items);
    baskets.forEach(basket -> tally.add(basket, 0, basket.length));
    return tally.plus(empty(items));
  }

  private static BasketTally empty(int items) {
    return new BasketTally(0, new int[items], new TreeMap<>());
  }

  private void add(int[] numbers, int start, int size) {
    for (int i = start; i < start + size; i++) {
      itemCounts[numbers[i]]++;
    }
    basketsBySize.merge(size, 1, Integer::sum);
  }

  private byte[] toBytes() {
    IntList out = new IntList();
    out.addAll(itemCounts, itemCounts.length);
    basketsBySize.forEach(
        (size, count) -> {
          out.add(size);
          out.add(count);
        });
    return out.toBytes();
  }

  private static BasketTally ofBytes(byte[] bytes, int items) {
    int[] numbers = IntList.of(bytes);
    BasketTally tally = empty(items);
    System.arraycopy(numbers, 0, tally.itemCounts, 0, items);
    for (int i = items; i < numbers.length; i += 2) {
      tally.basketsBySize.put(numbers[i], numbers[i + 1]);
    }
    return tally;
  }

  private BasketTally plus(BasketTally other) {
    BasketTally sum = empty(itemCounts.length);
    for (int i = 0; i < itemCounts.length; i++) {
      sum.itemCounts[i] = itemCounts[i] + other.itemCounts[i];
    }
    for (Map<Integer, Integer> sizes : List.of(basketsBySize, other.basketsBySize)) {
      sizes.forEach((size, count) -> sum.basketsBySize.merge(size, count, Integer::sum));
    }
    long total = sum.basketsBySize.values().stream().mapToLong(Integer::longValue).sum();
    return new BasketTally(total, sum.itemCounts, sum.basketsBySize);
  }
}
