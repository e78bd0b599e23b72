/** Everything the warehouse knows about one customer, back to the delivered files. */
package io.clientele.reports.explain;
