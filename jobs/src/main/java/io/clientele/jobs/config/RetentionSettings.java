package io.clientele.jobs.config;

/**
 * How long what is kept.
 *
 * @param nightsDays publications, in days; month-ends stay for ever
 */
public record RetentionSettings(int nightsDays) {
  public RetentionSettings {
    if (nightsDays < 1) {
      throw new IllegalArgumentException(
          "Cannot keep publications for " + nightsDays + " days: below 1; keep one night or more.");
    }
  }
}
