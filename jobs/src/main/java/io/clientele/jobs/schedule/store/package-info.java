/**
 * The scheduler's tables in the metadata database. Whoever writes holds the turn, so that decisions
 * of several processes follow one another.
 */
package io.clientele.jobs.schedule.store;
