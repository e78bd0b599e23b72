/** How a table is declared. */
package io.clientele.warehouse.spec;
