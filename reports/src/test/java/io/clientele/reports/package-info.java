/** A small published warehouse for tests, made without the pipeline. */
package io.clientele.reports;
