/** Reference data of the company: articles, prices, stock, stores, staff, exchange rates. */
package io.clientele.sample.reference;
