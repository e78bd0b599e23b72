/** The retailer as a whole: what is generated, and everything that is true about it. */
package io.clientele.sample.retailer;
