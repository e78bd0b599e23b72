/**
 * The scheduler at work: passes over the tables that make, start and end runs, and the processes of
 * their tasks. Passes of several schedulers take turns; whatever one of them decided is in the
 * tables, so any other can go on.
 */
package io.clientele.jobs.schedule.engine;
