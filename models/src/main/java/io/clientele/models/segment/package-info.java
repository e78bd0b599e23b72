/**
 * Segments: by rule (RFM quintiles, ABC classes, lifecycle stages), and found by k-means with ids
 * that stay over retrains.
 */
package io.clientele.models.segment;
