/** The only code that reads and writes tables: a branch per run, change sets in, snapshots out. */
package io.clientele.pipeline.store;
