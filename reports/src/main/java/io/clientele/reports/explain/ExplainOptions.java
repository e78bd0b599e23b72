package io.clientele.reports.explain;

import io.clientele.reports.published.Role;

/**
 * Whom to explain.
 *
 * @param customer durable customer id, customer record id, a number in a source, or source:number
 * @param role whether contact data is shown
 * @param currencyCode company currency, ISO 4217
 */
public record ExplainOptions(String customer, Role role, String currencyCode) {}
