/** The manifest that pipeline writes and readers read. */
package io.clientele.warehouse.publication;
