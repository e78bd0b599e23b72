package io.clientele.warehouse.spec;

/** Over which dimensions a measure may be summed (Kimball). */
public enum Additivity {
  /** Over all dimensions. */
  ADDITIVE,
  /** Over all but time. */
  SEMI_ADDITIVE,
  /** Over none: ratios, prices, probabilities. */
  NON_ADDITIVE,
  /** The field is no measure. */
  NONE
}
