/** The web shop: customers, catalogue, orders, payments, consents. */
package io.clientele.sample.webshop;
