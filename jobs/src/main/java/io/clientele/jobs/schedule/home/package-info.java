/** The scheduler of a project: its DAG folder, its database, its logs, put together. */
package io.clientele.jobs.schedule.home;
