package io.clientele.pipeline.metadata;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a run's lease in the background until it is closed. */
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration EVERY = Duration.ofSeconds(20);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "clientele-heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> beats;

  private Heartbeat(RunLock lock, String runId, Clock clock) {
    this.beats =
        timer.scheduleAtFixedRate(
            () -> beat(lock, runId, clock),
            EVERY.toMillis(),
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  public static Heartbeat start(RunLock lock, String runId, Clock clock) {
    return new Heartbeat(lock, runId, clock);
  }

  /** A failed beat is not the end: the next one comes, and publishing checks the lease itself. */
  private static void beat(RunLock lock, String runId, Clock clock) {
    try {
      if (!lock.renew(runId, clock.instant())) {
        LOG.warn("run {} lost the warehouse to another run; it will not be published", runId);
      }
    } catch (RuntimeException e) {
      LOG.warn("could not renew the lease of run {}: {}", runId, e.getMessage());
    }
  }

  @Override
  public void close() {
    beats.cancel(false);
    timer.shutdownNow();
  }
}
