/** Baskets as sets of item numbers, encoded once and kept in the cluster. */
package io.clientele.models.crosssell.basket;
