package io.clientele.models.crosssell.basket;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The items of a log by number: 0 is in most baskets; equal ones are ordered by name. */
public final class Dictionary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] items;
  private final HashMap<String, Integer> numbers;

  public Dictionary(List<String> items) {
    this.items = items.toArray(new String[0]);
    this.numbers = new HashMap<>(items.size() * 2);
    for (int i = 0; i < this.items.length; i++) {
      numbers.put(this.items[i], i);
    }
  }

  /** One row per item reaches the driver: items grow with the range, not with the customers. */
  static Dictionary of(Dataset<Row> baskets) {
    return new Dictionary(
        baskets
            .select(explode(col("items")).as("item"))
            .groupBy("item")
            .agg(count(lit(1)).as("baskets"))
            .orderBy(col("baskets").desc(), col("item"))
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList());
  }

  /** The same items, those with the highest counts first; equal ones keep their order. */
  public Dictionary orderedBy(int[] counts) {
    return new Dictionary(
        IntStream.range(0, items.length)
            .boxed()
            .sorted(Comparator.comparing(number -> -counts[number]))
            .map(number -> items[number])
            .toList());
  }

  public int size() {
    return items.length;
  }

  public String item(int number) {
    return items[number];
  }

  /** Number of an item; -1 when it is in no basket. */
  public int number(String item) {
    return numbers.getOrDefault(item, -1);
  }

  public List<String> names(int[] itemNumbers) {
    return Arrays.stream(itemNumbers).mapToObj(this::item).toList();
  }
}
