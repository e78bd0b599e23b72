/** What happened. */
package io.clientele.warehouse.fact;
