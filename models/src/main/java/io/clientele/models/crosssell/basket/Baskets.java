package io.clientele.models.crosssell.basket;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The baskets of a log, read and encoded once, kept in the cluster's memory or on its disks until
 * closed. Only margins (per item, per basket size) come to the driver.
 */
public final class Baskets implements AutoCloseable {
  private static final int PARTITIONS_PER_CORE = 2;

  private final Dictionary dictionary;
  private final JavaRDD<byte[]> blocks;
  private final DaySpan period;
  private final BasketTally tally;

  private Baskets(
      Dictionary dictionary, JavaRDD<byte[]> blocks, DaySpan period, BasketTally tally) {
    this.dictionary = dictionary;
    this.blocks = blocks;
    this.period = period;
    this.tally = tally;
  }

  /**
   * Reads the lines; an item counts once in a basket.
   *
   * @param lines columns {@code basket} and {@code item} (strings), {@code day} (date, null = not
   *     known); lines without basket or item are left out
   */
  public static Baskets of(Dataset<Row> lines) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(lines.sparkSession().sparkContext());
    Dataset<Row> named =
        lines
            .where("basket is not null and item is not null")
            .repartition(context.defaultParallelism() * PARTITIONS_PER_CORE, col("basket"))
            .groupBy("basket")
            .agg(
                min(coalesce(unix_date(col("day")), lit(DaySpan.NO_DAY))).as("day"),
                collect_set("item").as("items"))
            .select("day", "items")
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dictionary dictionary = Dictionary.of(named);
      JavaRDD<byte[]> blocks =
          named
              .javaRDD()
              .mapPartitions(new PackBaskets(context.broadcast(dictionary)))
              .persist(StorageLevel.MEMORY_AND_DISK());
      return new Baskets(
          dictionary, blocks, DaySpan.ALL, BasketTally.of(blocks, DaySpan.ALL, dictionary.size()));
    } finally {
      named.unpersist(false);
    }
  }

  /**
   * Baskets in memory, without days.
   *
   * @param baskets numbers of the dictionary, ascending, each once
   */
  public static Baskets of(SparkSession session, Dictionary dictionary, List<int[]> baskets) {
    List<byte[]> packed = new ArrayList<>();
    IntList block = new IntList();
    for (int i = 0; i < baskets.size(); i++) {
      BasketBlock.add(block, DaySpan.NO_DAY, baskets.get(i));
      if (block.size() >= BasketBlock.FULL || i == baskets.size() - 1) {
        packed.add(block.toBytes());
        block.clear();
      }
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    JavaRDD<byte[]> blocks = context.parallelize(packed);
    return new Baskets(dictionary, blocks, DaySpan.ALL, BasketTally.of(baskets, dictionary.size()));
  }

  /** The same baskets, those of a period only. Closing either closes both. */
  public Baskets within(DaySpan other) {
    return new Baskets(dictionary, blocks, other, BasketTally.of(blocks, other, dictionary.size()));
  }

  /** Those of the period from a day on. */
  public Baskets since(LocalDate day) {
    return within(new DaySpan(Math.toIntExact(day.toEpochDay()), period.to()));
  }

  /** Works on the baskets where they are, one visitor per partition. */
  public <T> JavaRDD<T> map(VisitorFactory<T> factory) {
    DaySpan span = period;
    return blocks.mapPartitions(each -> new VisitedBlocks<>(each, span, factory.start()));
  }

  /** All baskets on the driver: for shuffles of a file that fits there, for nothing else. */
  public List<int[]> toDriver() {
    VisitorFactory<int[]> copies = CopiedBaskets::new;
    return map(copies).collect();
  }

  /** The context in which the baskets lie. */
  public JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(blocks.context());
  }

  public Dictionary dictionary() {
    return dictionary;
  }

  public BasketTally tally() {
    return tally;
  }

  public long size() {
    return tally.baskets();
  }

  @Override
  public void close() {
    blocks.unpersist(false);
  }
}
