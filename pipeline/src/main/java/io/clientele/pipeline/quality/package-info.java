/** What must hold for rows that a step wrote, and what was measured. */
package io.clientele.pipeline.quality;
