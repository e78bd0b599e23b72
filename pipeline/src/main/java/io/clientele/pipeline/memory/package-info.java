/** Steps on data sets at hand, without a warehouse. */
package io.clientele.pipeline.memory;
