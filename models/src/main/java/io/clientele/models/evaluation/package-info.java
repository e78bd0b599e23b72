/** Measures of a scorer, each with its source and its direction. */
package io.clientele.models.evaluation;
