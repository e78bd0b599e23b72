package io.clientele.models.segment.cluster;

/**
 * Where a point belongs. Whoever was in a segment stays there as long as no other centre is nearer
 * by more than the published margin: a step over the border is not yet a change of behaviour.
 *
 * @param segment place of the centre it belongs to
 * @param distance to that centre
 * @param second place of the nearest other centre
 * @param margin how much farther that one is; negative, and never below minus the published margin,
 *     when the point only stays
 */
public record Membership(int segment, double distance, int second, double margin) {
  /** Says that a point was in none of these segments before. */
  public static final int NONE = -1;

  /**
   * Decides.
   *
   * @param previous place of the segment that the point was in, or {@link #NONE}
   * @param margin published margin, in scaled units
   */
  public static Membership of(double[] point, double[][] centres, int previous, double margin) {
    double[] distances = new double[centres.length];
    for (int c = 0; c < centres.length; c++) {
      distances[c] = Math.sqrt(KMeans.squared(point, centres[c]));
    }
    int nearest = nearestBut(distances, NONE);
    boolean isHeld = previous != NONE && distances[previous] - distances[nearest] <= margin;
    int own = isHeld ? previous : nearest;
    int second = nearestBut(distances, own);
    return new Membership(own, distances[own], second, distances[second] - distances[own]);
  }

  private static int nearestBut(double[] distances, int excluded) {
    int nearest = NONE;
    for (int c = 0; c < distances.length; c++) {
      boolean isNearer = nearest == NONE || distances[c] < distances[nearest];
      nearest = c != excluded && isNearer ? c : nearest;
    }
    return nearest;
  }

  /** Simplified silhouette, from distances to centres instead of all points: -1 to 1. */
  public double silhouette() {
    double larger = Math.max(distance, distance + margin);
    return larger == 0 ? 0 : margin / larger;
  }
}
