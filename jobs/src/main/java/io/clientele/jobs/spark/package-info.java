/** The Spark session of a command. */
package io.clientele.jobs.spark;
