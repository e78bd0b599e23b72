package io.clientele.benchmarks;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.MiningOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.ml.fpm.FPGrowth;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Frequent item sets of Online Retail: ours, MLlib's FPGrowth, and Borgelt's FP-growth in C when a
 * Python with {@code fim} is named. All mine baskets that lie in memory. FPGrowth runs once,
 * between ours, the others three times (medians).
 */
public final class MiningBenchmark {
  private static final int RUNS = 3;

  private final Baskets baskets;
  private final Dataset<Row> arrays;
  private final List<int[]> lists;
  private boolean isWrong;

  private MiningBenchmark(SparkSession session, Baskets baskets) {
    this.baskets = baskets;
    this.lists = baskets.toDriver();
    this.arrays =
        session
            .createDataFrame(
                lists.stream()
                    .map(
                        basket ->
                            RowFactory.create((Object) Arrays.stream(basket).boxed().toArray()))
                    .toList(),
                StructType.fromDDL("items array<int>"))
            .repartition(4)
            .cache();
    arrays.count();
  }

  /**
   * Runs it.
   *
   * @param args the file; then a Python that has fim, or nothing
   */
  public static void main(String[] args) throws IOException {
    SparkSession session = OnlineRetail.session();
    boolean isWrong;
    try (Baskets baskets = OnlineRetail.baskets(session, args[0])) {
      MiningBenchmark benchmark = new MiningBenchmark(session, baskets);
      for (double support : new double[] {.005, .003}) {
        benchmark.compare(support, args.length > 1 ? args[1] : null);
      }
      isWrong = benchmark.isWrong;
    }
    session.stop();
    if (isWrong) {
      throw new IllegalStateException("the item sets differ; the lines above say where");
    }
  }

  private void compare(double support, String python) throws IOException {
    int count = MiningOptions.count(support, baskets.size());
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    Supplier<Map<ItemSet, Integer>> miner =
        () -> ItemSetMiner.mine(baskets, MiningOptions.ofCount(count)).counts();
    timed(new ArrayList<>(), miner);
    Map<ItemSet, Integer> sets = timed(ours, miner);
    Map<ItemSet, Integer> reference = timed(theirs, () -> byFpGrowth(count));
    for (int run = 1; run < RUNS; run++) {
      timed(ours, miner);
    }
    isWrong |= !sets.equals(reference);
    print(
        "support %s: %d item sets, %s",
        support,
        sets.size(),
        sets.equals(reference) ? "equal" : "NOT equal: MLlib has " + reference.size());
    print(
        "  ours %d ms, MLlib FPGrowth %d ms: ratio %.1f (at least 20 wanted)",
        median(ours), median(theirs), (double) median(theirs) / median(ours));
    if (python != null) {
      long borgelt = byBorgelt(python, count, sets.size());
      print(
          "  Borgelt %d ms: ratio %.2f (at most 3 wanted)",
          borgelt, (double) median(ours) / borgelt);
    }
  }

  private static Map<ItemSet, Integer> timed(
      List<Long> millis, Supplier<Map<ItemSet, Integer>> work) {
    long start = System.nanoTime();
    Map<ItemSet, Integer> sets = work.get();
    millis.add((System.nanoTime() - start) / 1_000_000);
    return sets;
  }

  private Map<ItemSet, Integer> byFpGrowth(int count) {
    FPGrowth reference =
        new FPGrowth().setItemsCol("items").setMinSupport((count - .5) / baskets.size());
    Map<ItemSet, Integer> sets = new HashMap<>();
    for (Row row : reference.fit(arrays).freqItemsets().collectAsList()) {
      int[] items = row.<Integer>getList(0).stream().mapToInt(Integer::intValue).sorted().toArray();
      sets.put(new ItemSet(items), Math.toIntExact(row.getLong(1)));
    }
    return sets;
  }

  private long byBorgelt(String python, int count, int expected) throws IOException {
    Path file = Files.createTempFile("baskets", ".dat");
    Files.write(
        file,
        lists.stream().map(basket -> Arrays.toString(basket).replaceAll("[\\[\\],]", "")).toList());
    String program =
        """
        import fim, sys, time
        baskets = [[int(i) for i in line.split()] for line in open(sys.argv[1])]
        times = []
        for run in range(3):
            start = time.perf_counter()
            sets = fim.fpgrowth(baskets, target="s", supp=-int(sys.argv[2]), zmin=1, report="a")
            times.append(time.perf_counter() - start)
        print(round(1000 * sorted(times)[1]), len(sets))
        """;
    Process process =
        new ProcessBuilder(python, "-c", program, file.toString(), String.valueOf(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.getInputStream()) {
      String[] words = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
      isWrong |= Integer.parseInt(words[1]) != expected;
      print("  Borgelt finds %s item sets", words[1]);
      return Long.parseLong(words[0]);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      Files.delete(file);
    }
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void print(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
