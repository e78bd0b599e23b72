/** What a step is, and the only code that reads and writes tables. */
package io.clientele.pipeline;
