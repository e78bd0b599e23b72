/** Staged rows of all sources become business entities in one shape: lines, changes, members. */
package io.clientele.etl.conform;
