/** Charts as SVG, drawn on the server without a browser. */
package io.clientele.reports.chart;
