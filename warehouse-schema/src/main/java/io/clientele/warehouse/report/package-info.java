/** What lists and reports show. */
package io.clientele.warehouse.report;
