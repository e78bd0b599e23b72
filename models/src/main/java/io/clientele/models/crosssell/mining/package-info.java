/**
 * Frequent item sets by vertical bitmaps, distributed by prefix class.
 *
 * <p>References: Zaki, Scalable Algorithms for Association Mining, IEEE TKDE 12(3), 2000 (Eclat:
 * prefix classes, vertical sets); Li et al., PFP: Parallel FP-Growth, RecSys 2008 (each group of
 * items gets the part of the baskets that it needs).
 */
package io.clientele.models.crosssell.mining;
