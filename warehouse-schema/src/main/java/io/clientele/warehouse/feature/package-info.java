/** What models read, as of a date. */
package io.clientele.warehouse.feature;
