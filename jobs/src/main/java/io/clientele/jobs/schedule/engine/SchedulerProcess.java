package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.TaskTemplates;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scheduler that works until it is stopped: passes follow one another, a beat apart at most,
 * sooner when a task ends or an alarm goes off. A database that is away for a while only delays it.
 */
public final class SchedulerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerProcess.class);

  /** Share of the time after which others take over: a process that cannot say it lives stops. */
  private static final double GIVES_UP = 0.8;

  /** How often it is looked for news to tell. */
  private static final Duration WATCH = Duration.ofSeconds(10);

  private final SchedulerStore store;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final Scheduler scheduler;
  private final Runnable watch;
  private final Semaphore woken = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "clientele-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stops;
  private volatile Instant lastPass;

  /**
   * @param whenEnded told of runs that have ended, once that is written
   * @param watch called now and then in a thread of its own: notices, forecasts
   */
  public SchedulerProcess(
      SchedulerStore store,
      DagBag bag,
      TaskTemplates templates,
      SchedulerSettings settings,
      Clock clock,
      Map<String, String> environment,
      Consumer<List<DagRun>> whenEnded,
      Runnable watch) {
    this.store = store;
    this.watch = watch;
    this.settings = settings;
    this.clock = clock;
    this.lastPass = clock.instant();
    this.scheduler =
        new Scheduler(
            store, bag, templates, settings, clock, environment, whenEnded, woken::release);
  }

  /** Works until {@link #stop} has been called and everything is written. */
  public void run() {
    try (QuartzClock alarms =
        QuartzClock.start(store.database(), scheduler.id(), settings.beat(), woken::release)) {
      LOG.info("scheduler {} has started", scheduler.id());
      ScheduledFuture<?> rounds =
          watcher.scheduleWithFixedDelay(this::watch, 0, WATCH.toMillis(), TimeUnit.MILLISECONDS);
      while (!stops) {
        passAndWait(alarms);
      }
      finish();
      rounds.cancel(false);
      watcher.submit(this::watch).get(WATCH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the last notices were not sent: {}", e.getMessage());
    } finally {
      watcher.shutdownNow();
      stopped.countDown();
    }
  }

  private void watch() {
    try {
      watch.run();
    } catch (RuntimeException e) {
      LOG.warn("notices wait for the next round: {}", e.getMessage());
    }
  }

  private void passAndWait(QuartzClock alarms) {
    boolean more = pass();
    try {
      alarms.setAlarms(due());
    } catch (RuntimeException e) {
      LOG.warn("no alarms: {}", e.getMessage()); // the beat alone is enough
    }
    if (!more) {
      await(settings.beat());
    }
  }

  private boolean pass() {
    try {
      boolean more = scheduler.pass();
      lastPass = clock.instant();
      return more;
    } catch (RuntimeException e) {
      LOG.warn("this pass failed, the next one follows: {}", e.getMessage());
      LOG.debug("failed pass", e);
      if (silence().toMillis() > settings.staleAfter().toMillis() * GIVES_UP) {
        scheduler.abandon();
      }
      return false;
    }
  }

  /** How long ago the last good pass was. */
  public Duration silence() {
    return Duration.between(lastPass, clock.instant());
  }

  private Map<String, Instant> due() {
    Map<String, Instant> due = new HashMap<>();
    for (DagEntry dag : store.read(tables -> tables.dags().all())) {
      if (!dag.isPaused() && !dag.isStale()) {
        dag.next()
            .map(DagEntry.Next::runAfter)
            .filter(at -> at.isAfter(clock.instant()))
            .ifPresent(at -> due.put(dag.dagId(), at));
      }
    }
    return due;
  }

  private void await(Duration time) {
    try {
      if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stops = true;
    }
  }

  /** Lets running tasks end in the time they are given, and hands over the others. */
  private void finish() {
    scheduler.stopClaiming();
    LOG.info("scheduler {} stops; {} tasks are running", scheduler.id(), scheduler.running());
    passUntilIdle(settings.stopGrace());
    if (scheduler.running() > 0) {
      scheduler.handOver();
      passUntilIdle(settings.killGrace().plusSeconds(15));
    }
    try {
      scheduler.leave();
    } catch (RuntimeException e) {
      LOG.warn("could not sign off: {}", e.getMessage());
    }
    LOG.info("scheduler {} has stopped", scheduler.id());
  }

  private void passUntilIdle(Duration atMost) {
    Instant end = clock.instant().plus(atMost);
    pass();
    while (scheduler.running() > 0 && clock.instant().isBefore(end)) {
      Duration left = Duration.between(clock.instant(), end);
      await(left.compareTo(settings.beat()) < 0 ? left : settings.beat());
      pass();
    }
  }

  /** Asks it to stop; returns at once. */
  public void stop() {
    stops = true;
    woken.release();
  }

  /** Waits until it has stopped; false when it takes longer. */
  public boolean awaitStop(Duration atMost) throws InterruptedException {
    return stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops in order when the process is asked to end: TERM, or Ctrl-C. */
  public void stopWithProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "clientele-stop"));
  }

  private void stopAndWait() {
    stop();
    try {
      awaitStop(settings.stopGrace().plus(settings.killGrace()).plusSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public Scheduler scheduler() {
    return scheduler;
  }
}
