/** Sources, as configured, and the readers of their files. */
package io.clientele.etl.source;
