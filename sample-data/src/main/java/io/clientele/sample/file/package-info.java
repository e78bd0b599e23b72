/** How files are written: dialects, records, addresses. */
package io.clientele.sample.file;
