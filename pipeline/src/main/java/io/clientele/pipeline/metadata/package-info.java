/**
 * The metadata database: runs, the lock, publications, quality metrics, models; SQLite or
 * PostgreSQL.
 */
package io.clientele.pipeline.metadata;
