/** Counts what a delimited file holds, in one pass and constant memory. */
package io.clientele.jobs.init.profile;
