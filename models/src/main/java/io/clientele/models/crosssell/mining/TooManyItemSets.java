package io.clientele.models.crosssell.mining;

/** The support is so low that the sets would not fit: said, not run out of memory. */
public final class TooManyItemSets extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyItemSets(MiningOptions options) {
    super(
        "Cannot mine item sets in at least "
            + options.minCount()
            + " baskets: there are more than "
            + options.maxSets()
            + "; raise the support or limit their length.");
  }
}
