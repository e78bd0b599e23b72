package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.config.MailSettings;
import io.clientele.jobs.schedule.store.Notices;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sends one mail and says how it went: the process of a test that has a trust store of its own. */
public final class MailSender {
  static final Message MESSAGE =
      new Message(
          Notices.Kind.FAILED, "nightly", "r1", "Nächtlicher Lauf ist gescheitert", "Next: look");

  private MailSender() {}

  public static void main(String[] args) {
    try {
      new MailChannel(settings(Integer.parseInt(args[0]), Optional.of("dwh"), true)).send(MESSAGE);
      System.out.println("sent");
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }

  static MailSettings settings(int port, Optional<String> user, boolean requiresTls) {
    return new MailSettings(
        "127.0.0.1",
        port,
        "clientele@example.com",
        List.of("a@example.com", "b@example.com"),
        user,
        user.map(name -> "secret"),
        requiresTls);
  }
}
