/**
 * Boosted trees: XGBoost grows them, what is kept is a plain record that scores and explains
 * without any library.
 */
package io.clientele.models.trees;
