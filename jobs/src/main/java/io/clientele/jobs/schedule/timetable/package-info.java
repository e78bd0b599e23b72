/**
 * When a DAG runs: cron expressions, ticks across clock changes, timetables and run ids, as pure
 * functions of given instants.
 */
package io.clientele.jobs.schedule.timetable;
