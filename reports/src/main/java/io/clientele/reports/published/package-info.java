/** The published warehouse: the manifest's files as views of an in-memory DuckDB. */
package io.clientele.reports.published;
