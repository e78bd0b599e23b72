package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets queued runs begin, as many as their DAG or their backfill allows. */
final class RunStart {
  private final Pass pass;
  private final Map<String, Integer> running = new HashMap<>();
  private final Map<Long, Backfill> backfills;

  RunStart(Pass pass) {
    this.pass = pass;
    this.backfills =
        pass.tables().backfills().active().stream()
            .collect(Collectors.toMap(Backfill::id, Function.identity()));
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
    List<DagRun> queued = pass.tables().runs().in(RunState.QUEUED);
    Stream.concat(
            queued.stream().filter(run -> !run.isBackfill()),
            queued.stream().filter(DagRun::isBackfill).sorted(RunStart::byOrdinal))
        .filter(this::mayStart)
        .forEach(
            run -> {
              pass.tables().runs().save(run.started(pass.now()));
              count(run);
            });
  }

  private static int byOrdinal(DagRun one, DagRun other) {
    return Integer.compare(ordinal(one), ordinal(other));
  }

  private static int ordinal(DagRun run) {
    return run.backfill().map(DagRun.InBackfill::ordinal).orElse(0);
  }

  private boolean mayStart(DagRun run) {
    if (pass.isPaused(run.dagId())) {
      return false;
    }
    int limit =
        run.isBackfill()
            ? backfillLimit(run)
            : pass.shape(run.dagId()).orElseThrow().dag().limits().maxActiveRuns();
    return running.getOrDefault(limitedBy(run), 0) < limit;
  }

  private int backfillLimit(DagRun run) {
    Optional<Backfill> backfill =
        run.backfill().flatMap(in -> Optional.ofNullable(backfills.get(in.id())));
    return backfill.filter(one -> !one.isPaused()).map(Backfill::maxActiveRuns).orElse(0);
  }
}
