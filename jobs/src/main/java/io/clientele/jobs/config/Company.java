package io.clientele.jobs.config;

import java.time.ZoneId;

/**
 * Whose warehouse it is.
 *
 * @param name shown on lists and reports
 * @param zone zone of the company's business day
 * @param currencyCode ISO 4217; all money of the warehouse is in it
 */
public record Company(String name, ZoneId zone, String currencyCode) {
  public Company {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot configure the company: its name is empty; write one.");
    }
  }
}
