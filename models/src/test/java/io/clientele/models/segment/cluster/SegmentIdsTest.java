package io.clientele.models.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.segment.cluster.SegmentIds.Event;
import io.clientele.models.segment.cluster.SegmentIds.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentIdsTest {
  @Test
  void numbersThatOnlyChangedPlacesKeepTheirIds() {
    SegmentIds ids =
        SegmentIds.matched(ids(4, 7, 9), repeat(0, 5, 1, 5, 2, 5), repeat(2, 5, 0, 5, 1, 5), 3, 10);
    assertThat(ids.ids()).containsExactly(7, 9, 4);
    assertThat(ids.events()).allMatch(event -> event.kind() == Kind.CONTINUED);
  }

  /**
   * Of 18 in A 10 go to X and 8 to Y, all 9 of B go to X. Taking the largest overlap first keeps 10
   * ids, A as Y and B as X keeps 8 + 9 = 17.
   */
  @Test
  void asManyCustomersAsPossibleKeepTheirId() {
    SegmentIds ids =
        SegmentIds.matched(ids(1, 2), repeat(0, 18, 1, 9), repeat(0, 10, 1, 8, 0, 9), 2, 3);
    assertThat(ids.ids()).containsExactly(2, 1);
  }

  @Test
  void aSegmentInTwoHalvesIsSaidToBeSplitAndTheIdIsNew() {
    SegmentIds ids =
        SegmentIds.matched(ids(1, 2), repeat(0, 10, 1, 10), repeat(0, 6, 1, 4, 2, 10), 3, 5);
    assertThat(ids.ids()).containsExactly(1, 5, 2);
    Event split = ids.events().get(1);
    assertThat(split.kind()).isEqualTo(Kind.SPLIT);
    assertThat(split.segmentId()).isEqualTo(5);
    assertThat(split.otherId()).isEqualTo(1);
    assertThat(split.share()).isEqualTo(1);
  }

  @Test
  void twoSegmentsInOneAreSaidToBeMerged() {
    SegmentIds ids =
        SegmentIds.matched(ids(1, 2, 3), repeat(0, 10, 1, 8, 2, 9), repeat(0, 18, 1, 9), 2, 4);
    assertThat(ids.ids()).containsExactly(1, 3);
    Event merged = ids.events().get(2);
    assertThat(merged.kind()).isEqualTo(Kind.MERGED);
    assertThat(merged.segmentId()).isEqualTo(2);
    assertThat(merged.otherId()).isEqualTo(1);
  }

  @Test
  void segmentsOfOthersAreBornAndDie() {
    // The second old one falls apart over four, none of which resembles it.
    SegmentIds ids =
        SegmentIds.matched(
            ids(1, 2, 3, 4),
            repeat(0, 12, 1, 8, 2, 12, 3, 12),
            repeat(0, 8, 3, 4, 0, 2, 1, 2, 2, 2, 3, 2, 1, 8, 3, 4, 2, 8, 3, 4),
            4,
            5);
    assertThat(ids.ids()).containsExactly(1, 3, 4, 5);
    assertThat(ids.events())
        .anySatisfy(event -> assertThat(event).isEqualTo(new Event(Kind.DIED, 2, -1, 0.25)))
        .anySatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo(Kind.BORN);
              assertThat(event.segmentId()).isEqualTo(5);
              assertThat(event.share()).isCloseTo(1 - 4 / 14.0, within(1e-12));
            });
  }

  private static int[] ids(int... ids) {
    return ids;
  }

  /** Value and how often, in turn. */
  private static int[] repeat(int... pairs) {
    int[] all = new int[0];
    for (int i = 0; i < pairs.length; i += 2) {
      int at = all.length;
      all = Arrays.copyOf(all, at + pairs[i + 1]);
      Arrays.fill(all, at, all.length, pairs[i]);
    }
    return all;
  }
}
