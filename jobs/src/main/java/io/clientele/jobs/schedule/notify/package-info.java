/** Tells people what became of runs: once when one failed for good, once when it recovered. */
package io.clientele.jobs.schedule.notify;
