package io.clientele.models.segment;

import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Provenance;
import io.clientele.models.segment.cluster.FeatureScale;
import java.util.List;

/**
 * What is to be known of segments before they are believed. Dates are ISO texts.
 *
 * @param asOf as-of date of the training
 * @param customers how many there are
 * @param sampled how many of them chose and judged
 * @param sizes customers judged, by segment
 * @param silhouette mean silhouette, -1 to 1
 * @param baselineSilhouette that of the segments by rule (RFM quintiles) on the same points
 * @param grade relative to these
 * @param jaccard mean bootstrap Jaccard
 * @param jaccardEach the same by segment
 * @param margin by how much nearer another centre must be before a customer moves
 * @param events what became of the segments before, in words
 * @param replaced version before; null = there was none
 */
public record SegmentCard(
    String family,
    String version,
    String asOf,
    long customers,
    int sampled,
    List<Integer> sizes,
    double silhouette,
    double baselineSilhouette,
    Grade grade,
    double jaccard,
    List<Double> jaccardEach,
    double margin,
    FeatureScale scale,
    List<String> events,
    String replaced,
    Provenance provenance) {}
