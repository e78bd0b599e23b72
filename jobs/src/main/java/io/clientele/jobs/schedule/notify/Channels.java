package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.config.SchedulerConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The channels that a company has set up. */
public final class Channels {
  private Channels() {}

  public static List<Channel> of(SchedulerConfig config) {
    Optional<Channel> command = config.command().map(CommandChannel::new);
    Optional<Channel> webhook = config.webhook().map(URI::create).map(WebhookChannel::new);
    Optional<Channel> mail = config.mail().map(MailChannel::new);
    return Stream.of(command, webhook, mail).flatMap(Optional::stream).toList();
  }
}
