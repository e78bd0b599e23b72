package io.clientele.models.value;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Nodes and weights of the 16-point rule on [-1, 1]. */
final class GaussLegendre {
  static final int POINTS = 16;
  static final double[] NODES = new double[POINTS];
  static final double[] WEIGHTS = new double[POINTS];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS);
    for (int i = 0; i < POINTS; i++) {
      NODES[i] = rule.getPoint(i);
      WEIGHTS[i] = rule.getWeight(i);
    }
  }

  private GaussLegendre() {}
}
