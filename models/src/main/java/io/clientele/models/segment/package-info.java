/** Segments by rule: RFM quintiles, ABC classes, lifecycle stages. */
package io.clientele.models.segment;
