/** The one list of all tables of the warehouse. */
package io.clientele.warehouse;
