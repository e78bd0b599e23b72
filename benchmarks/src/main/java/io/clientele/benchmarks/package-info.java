/** Comparisons with named rivals: same run, same machine, same data, ratios. */
package io.clientele.benchmarks;
