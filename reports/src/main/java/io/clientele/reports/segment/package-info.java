/** The executive's report: one self-contained HTML page. */
package io.clientele.reports.segment;
