/** What becomes of runs and tasks: rules, states, retries, limits, as pure functions. */
package io.clientele.jobs.schedule.state;
