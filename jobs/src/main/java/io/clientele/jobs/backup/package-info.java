/** Copies of a project that fit together, and the way back. */
package io.clientele.jobs.backup;
