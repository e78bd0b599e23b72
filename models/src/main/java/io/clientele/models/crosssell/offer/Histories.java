package io.clientele.models.crosssell.offer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.basket.IntList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** One history per customer, split at a day, kept in the cluster until closed. */
public final class Histories implements AutoCloseable {
  private static final int PARTITIONS_PER_CORE = 2;

  private final Dictionary dictionary;
  private final JavaRDD<Tuple2<String, byte[]>> customers;

  private Histories(Dictionary dictionary, JavaRDD<Tuple2<String, byte[]>> customers) {
    this.dictionary = dictionary;
    this.customers = customers;
  }

  /**
   * Reads the lines.
   *
   * @param lines columns {@code customer}, {@code basket}, {@code item} (strings) and {@code day}
   *     (date); lines without customer are left out
   * @param dictionary numbers of the items; others are left out
   * @param split first day of what comes later
   */
  public static Histories of(Dataset<Row> lines, Dictionary dictionary, LocalDate split) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(lines.sparkSession().sparkContext());
    Column isLater = col("day").geq(lit(split));
    Dataset<Row> bought =
        lines
            .where("customer is not null and basket is not null and item is not null")
            .repartition(context.defaultParallelism() * PARTITIONS_PER_CORE, col("customer"))
            .groupBy("customer", "item")
            .agg(
                count_distinct(when(isLater, lit(null)).otherwise(col("basket"))).as("times"),
                max(isLater).as("is_later"))
            .groupBy("customer")
            .agg(collect_list(struct("item", "times", "is_later")).as("items"));
    Broadcast<Dictionary> numbers = context.broadcast(dictionary);
    JavaRDD<Tuple2<String, byte[]>> packed =
        bought
            .javaRDD()
            .map(row -> packed(row, numbers.value()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Histories(dictionary, packed);
  }

  private static Tuple2<String, byte[]> packed(Row row, Dictionary dictionary) {
    return new Tuple2<>(row.getString(0), history(row.getList(1), dictionary).toBytes());
  }

  private static History history(List<Row> items, Dictionary dictionary) {
    List<Row> known =
        items.stream()
            .filter(row -> dictionary.number(row.getString(0)) >= 0)
            .sorted(Comparator.comparing(row -> dictionary.number(row.getString(0))))
            .toList();
    IntList owned = new IntList();
    IntList times = new IntList();
    IntList later = new IntList();
    for (Row row : known) {
      int item = dictionary.number(row.getString(0));
      if (row.getLong(1) > 0) {
        owned.add(item);
        times.add(Math.toIntExact(row.getLong(1)));
      }
      if (row.getBoolean(2)) {
        later.add(item);
      }
    }
    return new History(owned.toArray(), times.toArray(), later.toArray());
  }

  JavaRDD<Tuple2<String, byte[]>> customers() {
    return customers;
  }

  JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(customers.context());
  }

  public Dictionary dictionary() {
    return dictionary;
  }

  @Override
  public void close() {
    customers.unpersist(false);
  }
}
