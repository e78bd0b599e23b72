/**
 * Templates of task command lines: the part of Jinja2 and of Airflow's names, macros and filters
 * that is rendered as Airflow renders it. All else is refused when a file is loaded, so that
 * nothing comes out silently different.
 */
package io.clientele.jobs.schedule.template;
