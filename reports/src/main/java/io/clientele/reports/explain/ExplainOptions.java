package io.clientele.reports.explain;

import io.clientele.reports.published.Role;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * Whom to explain.
 *
 * @param customer durable customer id, customer record id, a number in a source, or source:number
 * @param role whether contact data is shown
 * @param currencyCode company currency, ISO 4217
 * @param zone in which times are shown
 * @param terminalWidth characters a line of a terminal; empty = no terminal, nothing is cut
 */
public record ExplainOptions(
    String customer, Role role, String currencyCode, ZoneId zone, OptionalInt terminalWidth) {}
