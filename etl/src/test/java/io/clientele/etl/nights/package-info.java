/** Nights in memory: the steps of the star run on a few staged rows, without a store. */
package io.clientele.etl.nights;
