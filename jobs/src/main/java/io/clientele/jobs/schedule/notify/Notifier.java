package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Notices;
import io.clientele.jobs.schedule.store.Notices.Kind;
import io.clientele.jobs.schedule.store.Notices.Notice;
import io.clientele.jobs.schedule.store.SchedulerStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what people should know and tells each thing once, whichever scheduler sees it first.
 * What is retried is not told; what a stopped scheduler could not tell, another one does.
 */
public final class Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

  /** Older endings are no news any more. */
  private static final Duration NEWS = Duration.ofHours(6);

  private final SchedulerStore store;
  private final Wording wording;
  private final List<Channel> channels;
  private final Lateness lateness;
  private final Clock clock;

  public Notifier(SchedulerStore store, Lateness lateness, List<Channel> channels, Clock clock) {
    this.store = store;
    this.wording = new Wording(store);
    this.lateness = lateness;
    this.channels = List.copyOf(channels);
    this.clock = clock;
  }

  /** Tells what is new. */
  public void tell() {
    if (channels.isEmpty()) {
      return;
    }
    for (DagRun run : store.read(tables -> tables.runs().endedSince(clock.instant().minus(NEWS)))) {
      channels.forEach(channel -> tellEnd(run, channel));
    }
    for (Lateness.Late late : lateness.now()) {
      Instant began = late.run().times().startedAt().orElseThrow();
      channels.forEach(channel -> tell(wording.late(late), began, channel));
    }
  }

  private void tellEnd(DagRun run, Channel channel) {
    Instant ended = run.times().endedAt().orElseThrow();
    if (run.state() == RunState.FAILED) {
      tell(wording.failed(run), ended, channel);
      return;
    }
    Optional<Instant> failure =
        store.read(tables -> tables.notices().openFailure(run.dagId(), channel.name()));
    if (failure.isPresent() && ended.isAfter(failure.get())) {
      tell(wording.recovered(run), ended, channel);
    }
  }

  private void tell(Message message, Instant occasion, Channel channel) {
    Kind kind = message.kind();
    Notice notice = new Notice(message.dagId(), message.runId(), kind, occasion, channel.name());
    if (!claim(notice)) {
      return;
    }
    try {
      channel.send(message);
      LOG.info("told by {}: {}", channel.name(), message.subject());
    } catch (IOException e) {
      LOG.warn("could not tell by {}: {}: {}", channel.name(), message.subject(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean claim(Notices.Notice notice) {
    return store.read(tables -> tables.notices().claim(notice, clock.instant()));
  }
}
