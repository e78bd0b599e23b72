/**
 * Cross-sell in the night: rules and an item-to-item model trained when due, and offers with their
 * evidence in words for every customer, every night.
 */
package io.clientele.models.crosssell.nightly;
