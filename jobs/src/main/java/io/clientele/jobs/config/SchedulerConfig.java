package io.clientele.jobs.config;

import java.util.Optional;

/**
 * What a company decides about its scheduler.
 *
 * @param healthPort port of /health and /metrics on this computer; empty = none
 * @param command run for each message; empty = none
 * @param webhook address that gets each message; empty = none
 * @param mail empty = no mail
 */
public record SchedulerConfig(
    Optional<Integer> healthPort,
    Optional<String> command,
    Optional<String> webhook,
    Optional<MailSettings> mail) {
  /** Without the webhook's address: it may hold a secret. */
  @Override
  public String toString() {
    return "SchedulerConfig[health port " + healthPort.map(String::valueOf).orElse("none") + "]";
  }
}
