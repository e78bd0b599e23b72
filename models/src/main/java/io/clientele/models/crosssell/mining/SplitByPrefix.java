package io.clientele.models.crosssell.mining;

import io.clientele.models.crosssell.basket.IntList;
import io.clientele.models.crosssell.basket.VisitorFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Sends to each group of prefix classes the part of each basket that it needs. */
final class SplitByPrefix implements VisitorFactory.Collecting<Tuple2<Integer, byte[]>> {
  private static final int FULL = 1 << 18;

  private final PrefixPlan plan;
  private final IntList[] parts;
  private final List<Tuple2<Integer, byte[]>> full = new ArrayList<>();
  private int[] ranks = new int[64];

  private SplitByPrefix(PrefixPlan plan) {
    this.plan = plan;
    this.parts = new IntList[plan.groups()];
    Arrays.setAll(parts, group -> new IntList());
  }

  static VisitorFactory<Tuple2<Integer, byte[]>> by(Broadcast<PrefixPlan> plan) {
    return () -> new SplitByPrefix(plan.value());
  }

  @Override
  public void visit(int[] numbers, int start, int size) {
    int known = ranks(numbers, start, size);
    for (int group = 0, at = 0; group < parts.length && at < known; group++) {
      int first = at;
      while (at < known && ranks[at] < plan.to(group)) {
        at++;
      }
      if (at > first) {
        parts[group].add(size);
        parts[group].add(at);
        parts[group].addAll(ranks, at);
        closeWhenFull(group);
      }
    }
  }

  private int ranks(int[] numbers, int start, int size) {
    if (ranks.length < size) {
      ranks = new int[size * 2];
    }
    int known = 0;
    for (int i = start; i < start + size; i++) {
      int rank = plan.rank(numbers[i]);
      if (rank >= 0) {
        ranks[known++] = rank;
      }
    }
    Arrays.sort(ranks, 0, known);
    return known;
  }

  private void closeWhenFull(int group) {
    if (parts[group].size() >= FULL) {
      close(group);
    }
  }

  private void close(int group) {
    if (!parts[group].isEmpty()) {
      full.add(new Tuple2<>(group, parts[group].toBytes()));
      parts[group].clear();
    }
  }

  @Override
  public List<Tuple2<Integer, byte[]>> ready() {
    List<Tuple2<Integer, byte[]>> ready = List.copyOf(full);
    full.clear();
    return ready;
  }

  @Override
  public List<Tuple2<Integer, byte[]>> rest() {
    for (int group = 0; group < parts.length; group++) {
      close(group);
    }
    return ready();
  }
}
