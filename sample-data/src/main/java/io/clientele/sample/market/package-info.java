/** What the retailer sells, where and when: catalogue, stores, calendar. */
package io.clientele.sample.market;
