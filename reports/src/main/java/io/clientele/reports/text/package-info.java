/** Values as text: aligned tables, CSV, JSON, HTML, numbers for people. */
package io.clientele.reports.text;
