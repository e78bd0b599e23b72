/** Data dictionary, bus matrix and DDL, rendered from the declared tables. */
package io.clientele.warehouse.dictionary;
