package io.clientele.jobs.config;

import java.util.List;
import java.util.Optional;

/**
 * The SMTP server that messages go through.
 *
 * @param requiresTls whether to send nothing when the server offers no STARTTLS
 */
public record MailSettings(
    String host,
    int port,
    String from,
    List<String> to,
    Optional<String> user,
    Optional<String> password,
    boolean requiresTls) {
  public MailSettings {
    to = List.copyOf(to);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", to " + to.size() + "]";
  }
}
