/**
 * The operational systems, each writing its files in its own dialect; a new system is a new room.
 */
package io.clientele.sample.source;
