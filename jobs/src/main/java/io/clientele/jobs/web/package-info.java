/**
 * The scheduler's REST interface: a part of Airflow's API v2 with the same paths, JSON shapes and
 * errors, so that scripts written for Airflow work here.
 */
package io.clientele.jobs.web;
