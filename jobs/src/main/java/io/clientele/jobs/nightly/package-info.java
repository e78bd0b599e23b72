/** The nightly job: opens the project, runs the steps, publishes, reports. */
package io.clientele.jobs.nightly;
