package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import java.util.HashMap;
import java.util.Map;

/** Lets queued runs begin, as many as their DAG or their backfill allows. */
final class RunStart {
  private final Pass pass;
  private final Map<String, Integer> running = new HashMap<>();

  RunStart(Pass pass) {
    this.pass = pass;
    pass.tables().runs().in(RunState.RUNNING).forEach(this::count);
  }

  private void count(DagRun run) {
    running.merge(limitedBy(run), 1, Integer::sum);
  }

  /** A backfill has its own limit, so that it never takes the place of tonight's run. */
  private static String limitedBy(DagRun run) {
    return run.backfill().map(in -> "#" + in.id()).orElse(run.dagId());
  }

  void startQueued() {
    pass.tables().runs().queued().stream().filter(this::mayStart).forEach(this::start);
    pass.tables().backfills().active().stream()
        .filter(backfill -> !backfill.isPaused() && !pass.isPaused(backfill.dagId()))
        .forEach(this::startSome);
  }

  private void start(DagRun run) {
    pass.tables().runs().save(run.started(pass.now()));
    count(run);
  }

  private boolean mayStart(DagRun run) {
    return !pass.isPaused(run.dagId())
        && running.getOrDefault(limitedBy(run), 0)
            < pass.shape(run.dagId()).orElseThrow().dag().limits().maxActiveRuns();
  }

  /** Reads no more of a backfill's runs than may start. */
  private void startSome(Backfill backfill) {
    int free = backfill.maxActiveRuns() - running.getOrDefault("#" + backfill.id(), 0);
    if (free > 0) {
      pass.tables().runs().queuedOf(backfill.id(), free).forEach(this::start);
    }
  }
}
