/** Reads Airflow's case files; one runner for each shape of file. */
package io.clientele.jobs.schedule.cases;
