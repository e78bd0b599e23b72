/** Deliveries as they came: batches, refused rows, reconciliation. */
package io.clientele.warehouse.raw;
