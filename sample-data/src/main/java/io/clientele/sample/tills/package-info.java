/** The tills of the stores: cards, stores, receipt lines. */
package io.clientele.sample.tills;
