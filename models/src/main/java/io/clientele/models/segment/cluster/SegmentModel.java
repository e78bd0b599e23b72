package io.clientele.models.segment.cluster;

import io.clientele.models.registry.Json;
import java.io.Serializable;
import java.util.List;

/**
 * Everything that scoring needs: the model's artifact.
 *
 * @param scale how raw values become points
 * @param segments by place
 * @param margin a customer stays in its segment unless another centre is nearer by more than that,
 *     in scaled units
 * @param nextId first id that no segment ever had
 * @param chosenOn customers when the number of segments was chosen
 */
public record SegmentModel(
    FeatureScale scale, List<Segment> segments, double margin, int nextId, long chosenOn)
    implements Serializable {

  /**
   * A segment.
   *
   * @param id stays over retrains
   * @param name in words
   * @param centre in scaled units
   * @param rule plain rule that rebuilds it
   * @param ruleFidelity share of customers that the rule puts on the right side
   * @param lineage what the last training did to it
   */
  public record Segment(
      int id, String name, double[] centre, String rule, double ruleFidelity, String lineage)
      implements Serializable {}

  public String toJson() {
    return Json.write(this);
  }

  public static SegmentModel parse(String json) {
    return Json.read(json, SegmentModel.class);
  }

  public double[][] centres() {
    return segments.stream().map(Segment::centre).toArray(double[][]::new);
  }

  public int[] ids() {
    return segments.stream().mapToInt(Segment::id).toArray();
  }

  /** Where a customer belongs. */
  public Membership membership(double[] raw, int previousId) {
    return Membership.of(scale.point(raw), centres(), placeOf(previousId), margin);
  }

  /** Place of a segment; {@link Membership#NONE} when it is no more. */
  private int placeOf(int id) {
    for (int c = 0; c < segments.size(); c++) {
      if (segments.get(c).id() == id) {
        return c;
      }
    }
    return Membership.NONE;
  }
}
