package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.TaskTemplates;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Tables;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.pipeline.metadata.Holder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One scheduler: each pass reads the tables, decides, writes, and then starts and ends processes
 * accordingly. Any number of them may share a database.
 */
public final class Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  private final SchedulerStore store;
  private final Shapes shapes;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final TaskExecutor executor;
  private final Consumer<List<DagRun>> whenEnded;
  private final Holder here = Holder.current();
  private final String id = UUID.randomUUID().toString();
  private volatile boolean claims = true;

  /**
   * @param environment variables of this process, for tasks that inherit them
   * @param whenEnded told of runs that have ended, once that is written
   * @param wake called when another pass would find something to do
   */
  public Scheduler(
      SchedulerStore store,
      DagBag bag,
      TaskTemplates templates,
      SchedulerSettings settings,
      Clock clock,
      Map<String, String> environment,
      Consumer<List<DagRun>> whenEnded,
      Runnable wake) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.whenEnded = whenEnded;
    this.shapes = new Shapes(bag, settings.pausesNewDags());
    AttemptRunner runner =
        new AttemptRunner(bag, templates, new TaskContexts(store), settings, clock, environment);
    this.executor = new TaskExecutor(runner, wake);
  }

  private record Decision(List<TaskInstance> claimed, Set<String> unwanted, List<DagRun> ended) {}

  /**
   * One pass.
   *
   * @return whether another one would find something to do at once
   */
  public boolean pass() {
    List<AttemptEvent> reported = executor.reported();
    Set<String> attempts = executor.attempts();
    Decision decision = store.decide(tables -> decide(tables, reported, attempts));
    shapes.registered();
    executor.forget(reported);
    decision.claimed().forEach(this::start);
    decision.unwanted().forEach(executor::end);
    if (!decision.ended().isEmpty()) {
      whenEnded.accept(decision.ended());
    }
    return !decision.ended().isEmpty();
  }

  private void start(TaskInstance task) {
    LOG.info("{} starts", Attempts.name(task));
    executor.start(task);
  }

  private Decision decide(Tables tables, List<AttemptEvent> reported, Set<String> attempts) {
    Instant now = clock.instant();
    tables.schedulers().beat(id, here, now);
    Pass pass = new Pass(tables, shapes.current(tables, now), settings, now);
    Attempts results = new Attempts(pass);
    reported.forEach(event -> results.apply(event, id));
    loseUnstarted(pass, results, attempts);
    new LostTasks(pass, here).takeOver();
    new RunCreation(pass).createDue();
    new RunStart(pass).startQueued();
    RunAdvance.advanceAll(pass);
    completeBackfills(pass);
    TaskQueue queue = new TaskQueue(pass);
    queue.grant();
    Set<String> unwanted = unwanted(tables, attempts);
    TaskInstance.Worker worker = new TaskInstance.Worker(id, here.host(), Optional.empty());
    int free = claims ? settings.capacity() - attempts.size() : 0;
    return new Decision(queue.claim(worker, free), unwanted, pass.ended());
  }

  /** What an earlier pass gave to this process, but broke off before it began. */
  private void loseUnstarted(Pass pass, Attempts results, Set<String> attempts) {
    for (TaskInstance task : mine(pass.tables())) {
      if (!attempts.contains(task.attemptId())) {
        results.lost(task, "its scheduler broke off before it began");
      }
    }
  }

  private List<TaskInstance> mine(Tables tables) {
    return tables.tasks().list("owner = ? AND state IN ('running', 'restarting')", id);
  }

  /** Attempts that run here though their task has moved on: cleared, set by hand, timed out. */
  private Set<String> unwanted(Tables tables, Set<String> attempts) {
    Set<String> unwanted = new HashSet<>(attempts);
    mine(tables).stream()
        .filter(task -> task.is(TaskState.RUNNING))
        .forEach(task -> unwanted.remove(task.attemptId()));
    return unwanted;
  }

  private static void completeBackfills(Pass pass) {
    for (Backfill backfill : pass.tables().backfills().active()) {
      if (!pass.tables().runs().isUnfinished(backfill.id())) {
        pass.tables().backfills().save(backfill.completed(pass.now()));
      }
    }
  }

  /** Id of this scheduler in the tables. */
  public String id() {
    return id;
  }

  /** How many attempts run here. */
  public int running() {
    return executor.running();
  }

  /** Takes no new tasks from now on. */
  public void stopClaiming() {
    claims = false;
  }

  /** Ends every attempt here so that others go on with them; no attempt is counted. */
  public void handOver() {
    executor.handOverAll();
  }

  /** Ends every attempt here: this process was silent so long that others may have begun anew. */
  public void abandon() {
    executor.attempts().forEach(executor::end);
  }

  /** Leaves the tables; the last thing a scheduler does. */
  public void leave() {
    store.note(tables -> tables.schedulers().remove(id));
  }
}
