/**
 * DAG files: the portable subset of dag-factory's YAML, read with positions. A key that one of the
 * two engines would ignore is refused, because both must make the same runs; and the generators of
 * what Airflow loads.
 */
package io.clientele.jobs.schedule.dagfile;
