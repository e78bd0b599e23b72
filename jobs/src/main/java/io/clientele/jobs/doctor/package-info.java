/** Looks at everything a night needs before the night does. */
package io.clientele.jobs.doctor;
