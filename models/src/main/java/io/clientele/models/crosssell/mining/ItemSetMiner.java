package io.clientele.models.crosssell.mining;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.IntList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Finds all sets of items that are in at least {@code minCount} baskets, in one Spark job:
 *
 * <ol>
 *   <li>items are ranked by frequency, the frequent ones split into groups of classes;
 *   <li>each partition of baskets sends every group the part of its baskets that the group needs;
 *   <li>each group turns its part into bitmaps and mines its classes depth first.
 * </ol>
 *
 * <p>Baskets never come to the driver; the found sets do, up to a limit.
 */
public final class ItemSetMiner {
  private static final int GROUPS_PER_CORE = 4;

  private ItemSetMiner() {}

  /** Mines, or refuses when there are more sets than allowed. */
  public static ItemSets mine(Baskets baskets, MiningOptions options) {
    JavaSparkContext context = baskets.context();
    PrefixPlan plan =
        new PrefixPlan(
            baskets.tally(), options.minCount(), context.defaultParallelism() * GROUPS_PER_CORE);
    Broadcast<PrefixPlan> shared = context.broadcast(plan);
    try {
      List<byte[]> found =
          baskets
              .map(SplitByPrefix.by(shared))
              .mapToPair(part -> part)
              .partitionBy(new ByNumber(plan.groups()))
              .mapPartitions(mining(shared, options))
              .collect();
      return itemSets(baskets, options, found);
    } finally {
      shared.unpersist(false);
    }
  }

  private static FlatMapFunction<Iterator<Tuple2<Integer, byte[]>>, byte[]> mining(
      Broadcast<PrefixPlan> plan, MiningOptions options) {
    return parts -> {
      List<int[]> blobs = new ArrayList<>();
      int group = gather(parts, blobs);
      if (group < 0) {
        return List.<byte[]>of().iterator();
      }
      SetSink sink = new SetSink(plan.value().itemOfRank(), options.maxSets());
      PrefixGroup baskets =
          new PrefixGroup(plan.value().from(group), plan.value().to(group), blobs);
      new PrefixClass(baskets, options, sink).mineAll();
      return List.of(sink.toBytes()).iterator();
    };
  }

  /** The group of the partition, -1 = none. */
  private static int gather(Iterator<Tuple2<Integer, byte[]>> parts, List<int[]> blobs) {
    int group = -1;
    while (parts.hasNext()) {
      Tuple2<Integer, byte[]> part = parts.next();
      group = part._1();
      blobs.add(IntList.of(part._2()));
    }
    return group;
  }

  private static ItemSets itemSets(Baskets baskets, MiningOptions options, List<byte[]> found) {
    Map<ItemSet, Integer> counts = new HashMap<>();
    Map<ItemSet, SizeCounts> sizes = new HashMap<>();
    found.forEach(bytes -> SetSink.read(bytes, counts, sizes));
    if (counts.size() > options.maxSets()) {
      throw new TooManyItemSets(options);
    }
    return new ItemSets(options, baskets.tally(), counts, sizes);
  }
}
