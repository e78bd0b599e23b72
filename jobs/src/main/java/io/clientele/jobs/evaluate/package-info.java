/**
 * What every {@code clientele evaluate} has in common: a file read by the rules of clientele.yaml,
 * and a result printed by its contract. What a family finds out is made in {@code models}.
 */
package io.clientele.jobs.evaluate;
