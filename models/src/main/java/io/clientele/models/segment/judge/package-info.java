/** Segments of a file, judged under the keys of {@code clientele evaluate segments}. */
package io.clientele.models.segment.judge;
