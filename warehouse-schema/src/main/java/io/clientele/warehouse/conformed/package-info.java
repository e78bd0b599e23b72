/** Business names, one currency, sources side by side. */
package io.clientele.warehouse.conformed;
