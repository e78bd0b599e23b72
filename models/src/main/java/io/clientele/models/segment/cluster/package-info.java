/**
 * Segments found by k-means: points, the choice of k by what a bootstrap finds again, names, rules
 * that rebuild a segment, and ids that stay over retrains. Plain Java over at most {@value
 * io.clientele.models.segment.cluster.ClusterOptions#MOST_ROWS} rows on the driver; what is fitted
 * on more rows is fitted by MLlib in {@code models.segment}.
 */
package io.clientele.models.segment.cluster;
