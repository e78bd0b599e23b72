package io.clientele.models.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ids that stay over retrains: new segments are matched to old ones by the members they share, so
 * that as many customers as possible keep their id (optimal assignment). Pairs that share less than
 * {@value #ALIKE} of their union are not the same segment. An id is never used again.
 *
 * @param ids id of each new segment, by place
 * @param events what became of segments, old and new
 */
public record SegmentIds(int[] ids, List<Event> events) {
  static final double ALIKE = 0.3;
  private static final int MOST = 16;

  /** What can become of a segment. */
  public enum Kind {
    CONTINUED,
    BORN,
    SPLIT,
    MERGED,
    DIED
  }

  /**
   * What became of one.
   *
   * @param kind SPLIT: a new segment, most of whose members come from a segment that goes on;
   *     MERGED: an old segment, most of whose members are in one that goes on
   * @param segmentId new segment, for MERGED and DIED the old one
   * @param otherId where it came from or went to; -1 = nowhere in particular
   * @param share share of its members that did
   */
  public record Event(Kind kind, int segmentId, int otherId, double share) {
    /** In words a reader of the report understands. */
    public String words() {
      String percent = Math.round(100 * share) + " %";
      return switch (kind) {
        case CONTINUED -> "goes on; " + percent + " of its customers were in it before";
        case BORN -> "new; its customers come from several segments";
        case SPLIT -> "split from segment " + otherId + ", whence " + percent + " come";
        case MERGED -> "merged into segment " + otherId + " with " + percent + " of its customers";
        case DIED -> "ended; its customers went to several segments";
      };
    }
  }

  /** What the training did to a segment, in words. */
  String lineage(int id) {
    return events.stream()
        .filter(event -> event.segmentId() == id)
        .map(Event::words)
        .findFirst()
        .orElse("new with the first model");
  }

  /** Ids of the first model: 1, 2, and so on. */
  public static SegmentIds first(int k) {
    int[] ids = new int[k];
    Arrays.setAll(ids, i -> i + 1);
    return new SegmentIds(ids, List.of());
  }

  /**
   * Matches.
   *
   * @param oldIds ids of the old segments, by place
   * @param oldLabels old place of each customer
   * @param newLabels new place of each customer
   * @param newCount number of new segments
   * @param nextId first id that was never used
   */
  public static SegmentIds matched(
      int[] oldIds, int[] oldLabels, int[] newLabels, int newCount, int nextId) {
    if (newCount > MOST) {
      throw new IllegalArgumentException(
          "Cannot match " + newCount + " segments: at most " + MOST + "; choose fewer.");
    }
    int[][] shared = new int[oldIds.length][newCount];
    for (int i = 0; i < oldLabels.length; i++) {
      shared[oldLabels[i]][newLabels[i]]++;
    }
    int[] oldOf = assigned(shared);
    int[] ids = new int[newCount];
    int next = nextId;
    List<Event> events = new ArrayList<>();
    for (int c = 0; c < newCount; c++) {
      ids[c] = oldOf[c] < 0 ? next++ : oldIds[oldOf[c]];
    }
    for (int c = 0; c < newCount; c++) {
      events.add(ofNew(shared, oldOf, oldIds, ids, c));
    }
    for (int old = 0; old < oldIds.length; old++) {
      if (!contains(oldOf, old)) {
        events.add(ofOld(shared, oldOf, oldIds, ids, old));
      }
    }
    return new SegmentIds(ids, List.copyOf(events));
  }

  private static Event ofNew(int[][] shared, int[] oldOf, int[] oldIds, int[] ids, int c) {
    int[] from = Arrays.stream(shared).mapToInt(row -> row[c]).toArray();
    int main = largest(from);
    double share = from[main] / (double) Math.max(1, Arrays.stream(from).sum());
    if (oldOf[c] >= 0) {
      double kept = from[oldOf[c]] / (double) Math.max(1, Arrays.stream(from).sum());
      return new Event(Kind.CONTINUED, ids[c], ids[c], kept);
    }
    return share > 0.5 && contains(oldOf, main)
        ? new Event(Kind.SPLIT, ids[c], oldIds[main], share)
        : new Event(Kind.BORN, ids[c], -1, 1 - share);
  }

  private static Event ofOld(int[][] shared, int[] oldOf, int[] oldIds, int[] ids, int old) {
    int main = largest(shared[old]);
    double share = shared[old][main] / (double) Math.max(1, Arrays.stream(shared[old]).sum());
    return share > 0.5 && oldOf[main] >= 0
        ? new Event(Kind.MERGED, oldIds[old], ids[main], share)
        : new Event(Kind.DIED, oldIds[old], -1, share);
  }

  private static boolean contains(int[] values, int value) {
    return Arrays.stream(values).anyMatch(each -> each == value);
  }

  private static int largest(int[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }

  /**
   * Old segment of each new one, or -1: the assignment that keeps most customers, found over all
   * sets of new segments (few enough).
   */
  private static int[] assigned(int[][] shared) {
    int width = shared[0].length;
    int sets = 1 << width;
    int[][] best = new int[shared.length + 1][sets];
    int[][] choice = new int[shared.length + 1][sets];
    for (int old = 1; old <= shared.length; old++) {
      for (int set = 0; set < sets; set++) {
        best[old][set] = best[old - 1][set];
        choice[old][set] = -1;
        for (int c = 0; c < width; c++) {
          if ((set >> c & 1) == 1 && isAlike(shared, old - 1, c)) {
            int kept = best[old - 1][set & ~(1 << c)] + shared[old - 1][c];
            if (kept > best[old][set]) {
              best[old][set] = kept;
              choice[old][set] = c;
            }
          }
        }
      }
    }
    int[] oldOf = new int[width];
    Arrays.fill(oldOf, -1);
    int set = sets - 1;
    for (int old = shared.length; old > 0; old--) {
      int c = choice[old][set];
      if (c >= 0) {
        oldOf[c] = old - 1;
        set &= ~(1 << c);
      }
    }
    return oldOf;
  }

  private static boolean isAlike(int[][] shared, int old, int c) {
    int all = Arrays.stream(shared[old]).sum();
    for (int[] row : shared) {
      all += row[c];
    }
    return shared[old][c] > ALIKE * (all - shared[old][c]);
  }
}
