/** Landed files as typed rows, what was refused, and the reconciliation of both. */
package io.clientele.etl.staging;
