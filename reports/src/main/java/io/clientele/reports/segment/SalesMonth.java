package io.clientele.reports.segment;

import java.math.BigDecimal;

/**
 * Net sales of a month through a channel.
 *
 * @param month yyyy-mm
 */
record SalesMonth(String month, String channel, BigDecimal amount) {}
