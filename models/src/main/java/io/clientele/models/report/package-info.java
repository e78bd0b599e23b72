/** The rpt_ tables: what lists, report and portal show. */
package io.clientele.models.report;
