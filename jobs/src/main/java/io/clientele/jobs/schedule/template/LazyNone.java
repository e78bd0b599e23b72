package io.clientele.jobs.schedule.template;

/**
 * A {@code prev_*} name without a previous run. Airflow holds it behind a proxy: it prints {@code
 * None} and is false, but {@code is none} is false and a filter on it fails.
 */
enum LazyNone {
  VALUE
}
