/** What machines ask a scheduler: whether it is well, and its numbers. */
package io.clientele.jobs.schedule.watch;
