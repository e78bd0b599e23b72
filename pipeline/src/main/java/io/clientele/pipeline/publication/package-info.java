/** All or nothing: the row that is the commit, and everything that follows from it. */
package io.clientele.pipeline.publication;
