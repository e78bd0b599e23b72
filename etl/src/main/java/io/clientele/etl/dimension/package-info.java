/** Surrogate keys, versions, special and inferred members. */
package io.clientele.etl.dimension;
