/**
 * From cells of a source to canonical fields: expressions that are checked before anything runs,
 * values with the reason why they are refused.
 */
package io.clientele.etl.mapping;
