package io.clientele.jobs.config;

import java.util.List;
import java.util.Optional;

/** Reads the section {@code scheduler}. */
final class SchedulerReader {
  private final Secrets secrets;

  SchedulerReader(Secrets secrets) {
    this.secrets = secrets;
  }

  SchedulerConfig read(Section section) {
    Section notify = section.section("notify").onlyKnownKeys();
    int port = section.integer("health_port", 0, 65_535);
    return new SchedulerConfig(
        port == 0 ? Optional.empty() : Optional.of(port),
        notify.optionalText("command"),
        webhook(notify),
        mail(notify.section("mail").onlyKnownKeys()));
  }

  private Optional<String> webhook(Section notify) {
    Optional<String> address = secrets.value(notify, "webhook");
    if (address.isPresent() && !address.get().matches("https?://.+")) {
      notify.problem(
          "webhook", "scheduler.notify.webhook is no web address", "begin it with https://");
      return Optional.empty();
    }
    return address;
  }

  private Optional<MailSettings> mail(Section mail) {
    Optional<String> host = mail.optionalText("host");
    List<String> to = mail.texts("to");
    Optional<String> password = secrets.value(mail, "password");
    if (password.isPresent() && !mail.rawText("password").contains("${")) {
      mail.problem(
          "password",
          "scheduler.notify.mail.password is written out",
          "put it into an environment variable or a file and write ${NAME} or ${file:path}");
    }
    if (host.isPresent() && (to.isEmpty() || mail.text("from").isBlank())) {
      mail.problem("host", "a mail needs a sender and a recipient", "fill in from and to");
      return Optional.empty();
    }
    return host.map(
        name ->
            new MailSettings(
                name,
                mail.integer("port", 1, 65_535),
                mail.text("from"),
                to,
                secrets.value(mail, "user"),
                password,
                mail.truth("require_tls")));
  }
}
