package io.clientele.reports.segment;

import java.nio.file.Path;

/**
 * For whom the report is and where it goes.
 *
 * @param company name of the company, as its head
 * @param currencyCode company currency, ISO 4217
 * @param folder made when missing; a report in it is replaced
 */
public record ReportOptions(String company, String currencyCode, Path folder) {}
