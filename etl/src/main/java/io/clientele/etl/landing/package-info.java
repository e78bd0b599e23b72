/** Deliveries found, copied and counted: from here on a file never changes. */
package io.clientele.etl.landing;
