/** Shapes of the staging tables; instances per source entity come from the configuration. */
package io.clientele.warehouse.staging;
