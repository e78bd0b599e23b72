package io.clientele.models.crosssell.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Mines prefix classes depth first. Inside a class a bitmap has one bit per basket of the class,
 * not per basket of the log, so that rare items, which have the most partners, cost a few words.
 */
final class PrefixClass {
  private final PrefixGroup group;
  private final MiningOptions options;
  private final SetSink sink;
  private final int[] partnerCounts;
  private final long[][] bitmapOf;
  private final int[] prefix;
  private int rank;

  PrefixClass(PrefixGroup group, MiningOptions options, SetSink sink) {
    this.group = group;
    this.options = options;
    this.sink = sink;
    this.partnerCounts = new int[group.to()];
    this.bitmapOf = new long[group.to()][];
    this.prefix = new int[options.maxLength()];
  }

  void mineAll() {
    for (int each = group.from(); each < group.to(); each++) {
      rank = each;
      mineClass();
    }
  }

  private void mineClass() {
    int count = group.count(rank);
    prefix[0] = rank;
    long[] all = null;
    if (options.withSizes()) {
      all = new long[words(count)];
      for (int bit = 0; bit < count; bit++) {
        all[bit >> 6] |= 1L << bit;
      }
    }
    tell(1, count, all);
    if (options.maxLength() > 1) {
      extend(1, partners(count));
    }
  }

  /** The frequent partners of the class, rarest first. */
  private List<Extension> partners(int count) {
    Arrays.fill(partnerCounts, 0, rank, 0);
    group.countPartners(rank, partnerCounts);
    List<Extension> partners = new ArrayList<>();
    for (int other = 0; other < rank; other++) {
      boolean isFrequent = partnerCounts[other] >= options.minCount();
      bitmapOf[other] = isFrequent ? new long[words(count)] : null;
      if (isFrequent) {
        partners.add(new Extension(other, bitmapOf[other], partnerCounts[other]));
      }
    }
    group.fill(rank, bitmapOf);
    partners.sort(Comparator.comparingInt(Extension::count).thenComparingInt(Extension::rank));
    return partners;
  }

  private void extend(int length, List<Extension> extensions) {
    for (int i = 0; i < extensions.size() && !sink.isFull(); i++) {
      Extension each = extensions.get(i);
      prefix[length] = each.rank();
      tell(length + 1, each.count(), each.bitmap());
      if (length + 1 < options.maxLength()) {
        extend(length + 1, joined(each, extensions.subList(i + 1, extensions.size())));
      }
    }
  }

  private List<Extension> joined(Extension each, List<Extension> later) {
    List<Extension> frequent = new ArrayList<>();
    long[] bitmap = each.bitmap();
    long[] scratch = new long[bitmap.length];
    for (Extension other : later) {
      long[] second = other.bitmap();
      int count = 0;
      for (int w = 0; w < scratch.length; w++) {
        scratch[w] = bitmap[w] & second[w];
        count += Long.bitCount(scratch[w]);
      }
      if (count >= options.minCount()) {
        frequent.add(new Extension(other.rank(), scratch, count));
        scratch = new long[bitmap.length];
      }
    }
    return frequent;
  }

  private void tell(int length, int count, long[] bitmap) {
    sink.add(prefix, length, count, options.withSizes() ? sizes(bitmap, count) : null);
  }

  private int[] sizes(long[] bitmap, int count) {
    int[] sizes = new int[count];
    int at = 0;
    for (int w = 0; w < bitmap.length; w++) {
      for (long word = bitmap[w]; word != 0; word &= word - 1) {
        sizes[at++] = group.size(rank, (w << 6) + Long.numberOfTrailingZeros(word));
      }
    }
    return sizes;
  }

  private static int words(int bits) {
    return (bits + 63) >> 6;
  }

  /** An item that goes on from a prefix, with the baskets that hold both. */
  private record Extension(int rank, long[] bitmap, int count) {}
}
