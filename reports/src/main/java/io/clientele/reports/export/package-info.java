/** Published tables and answers of queries as plain files and text. */
package io.clientele.reports.export;
