/** Whole tables of a publication audited: what the nightly gate checks of change sets only. */
package io.clientele.reports.audit;
