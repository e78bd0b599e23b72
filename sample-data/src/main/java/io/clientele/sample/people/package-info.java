/** Who buys: lives with purchase and drop-out processes, names, addresses and tastes. */
package io.clientele.sample.people;
