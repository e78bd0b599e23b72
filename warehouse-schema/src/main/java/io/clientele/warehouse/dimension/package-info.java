/** Who, what, where, when, with history. */
package io.clientele.warehouse.dimension;
