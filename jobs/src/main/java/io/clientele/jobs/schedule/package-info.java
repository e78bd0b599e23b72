/**
 * Scheduling with the semantics of Airflow 3.4: a DAG file runs here and there and makes the same
 * runs.
 */
package io.clientele.jobs.schedule;
