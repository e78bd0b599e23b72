package io.clientele.models.crosssell.offer;

/**
 * EASE (Steck 2019): the item weights that rebuild the histories best, in closed form. With P = (G
 * + lambda I)^-1 the weight of item i for j is -P_ij / P_jj.
 */
final class Ease {
  private Ease() {}

  /**
   * Solves it; costs the cube of the items.
   *
   * @param lambda penalty, in histories
   * @param perItem neighbours kept of each item
   */
  static Neighbours fit(GramMatrix gram, double lambda, int perItem) {
    double[][] inverse = new double[gram.size()][];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        inverse[i][j] = gram.count(i, j) + (i == j ? lambda : 0);
      }
    }
    SymmetricInverse.invert(inverse);
    return Neighbours.strongest(
        gram.size(), perItem, (i, j) -> -(i < j ? inverse[j][i] : inverse[i][j]) / inverse[j][j]);
  }
}
